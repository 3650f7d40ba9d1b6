import { type Found, findInMarkdown } from '@/lib/passages/find-in-markdown';
import { type CoursePackage, hasEntry } from '../package';
import { type Place, shown, type Tell } from '../problem';
import { writtenTexts } from './written-texts';

/** Raw HTML, images, headings where none may be, and links that lead nowhere, in every text of the course. */
export function checkMarkdown(course: CoursePackage, tell: Tell): void {
  for (const { text, place, dialect, hasCards } of writtenTexts(course)) {
    if (dialect === 'plain') continue;
    for (const found of findInMarkdown(text, dialect)) checkFound(found, hasCards, place(found.line), course, tell);
  }
}

function checkFound(found: Found, hasCards: boolean, place: Place, course: CoursePackage, tell: Tell): void {
  if (found.kind === 'link') checkLink(found.url, hasCards, place, course, tell);
  else if (found.kind !== 'heading' || place.file !== 'on-the-source.md') {
    const [name, advice] = REFUSED[found.kind];
    tell(place, `${name} ${shown(found.what)}`, advice);
  }
}

const REFUSED: Readonly<Record<Exclude<Found['kind'], 'link'>, readonly [string, string]>> = {
  html: ['raw HTML:', 'Write it in Markdown; a < that is meant as such is \\<.'],
  image: ['an image', 'Take it out: lessons show figures of their own kinds.'],
  heading: ['a heading inside a text:', 'Write it as a paragraph, or put it before a passage of its own.'],
  footnote: ['a footnote', 'Say it in the text: there are no footnotes.'],
  directive: ['a block directive', 'Take the colons out. Only words have directives, as in :ko[…].'],
};

function checkLink(url: string, hasCards: boolean, place: Place, course: CoursePackage, tell: Tell): void {
  const [, scheme, id = ''] = /^(term|person|passage):(.*)$/.exec(url) ?? [];
  if (scheme === 'term' || scheme === 'person') {
    const file = scheme === 'term' ? 'glossary' : 'cast';
    if (!hasEntry(course, file, id))
      tell(place, `a link to ${url}`, `Add ${shown(id)} to ${file}.yaml, or name one of its ids.`);
    else if (!hasCards)
      tell(place, `a link to ${url}`, 'Write the words without a link: cards open only from passages.');
  } else if (scheme === 'passage') {
    if (!course.given.has(id)) tell(place, `a link to ${url}`, 'Name the id of a passage that exists.');
  } else if (!/^(?:https?:\/\/|mailto:)/i.test(url)) {
    tell(place, `a link to ${shown(url)}`, 'Links are term:…, person:…, passage:…, or addresses with https://.');
  }
}
