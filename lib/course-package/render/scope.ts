import { escapeHtml } from '@/lib/passages/escape-html';
import { inlineText, type Links, renderInline } from '@/lib/passages/markdown';
import type { CoursePackage } from '../package';

/** Cards that a lesson's body opens, in order of appearance. */
export interface Cards {
  readonly terms: Set<string>;
  readonly people: Set<string>;
  readonly records: Set<string>;
}

/** What rendering one lesson (or question, or card) knows of the course. */
export interface Scope {
  readonly course: CoursePackage;
  readonly links: Links;
  readonly cards: Cards;
  /** One line of Markdown as HTML. */
  readonly inline: (markdown: string) => string;
}

/** The address of each passage of a course. */
export function passageAddresses({ course, lessons }: CoursePackage): (id: string) => string | null {
  const lessonOf = new Map(
    lessons.flatMap((lesson) =>
      lesson.blocks.flatMap((block) => (block.kind === 'passage' ? [[block.id, lesson.slug] as const] : [])),
    ),
  );
  return (id) => {
    const slug = lessonOf.get(id);
    return slug === undefined ? null : `/courses/${course.slug}/lessons/${slug}#${id}`;
  };
}

/** A scope; where cards can be shown (`withCards`), terms and people link to them, elsewhere only their words stay. */
export function makeScope(course: CoursePackage, address: (id: string) => string | null, withCards: boolean): Scope {
  const cards: Cards = { terms: new Set(), people: new Set(), records: new Set() };
  const known = { term: course.glossary, person: course.cast };
  const card = (kind: 'term' | 'person', id: string) => void (kind === 'term' ? cards.terms : cards.people).add(id);
  const links: Links = {
    card: withCards ? card : null,
    passage: address,
    knows: (kind, id) => Object.hasOwn(known[kind], id),
  };
  return { course, links, cards, inline: (markdown) => renderInline(markdown, links) };
}

/** The plain words of a title, or of what a figure shows, as HTML. */
export const wordsHtml = (markdown: string): string => escapeHtml(inlineText(markdown));

/** "¶3, ¶4" */
export const paragraphs = (cite: readonly number[]): string => cite.map((n) => `¶${n}`).join(', ');

/** The source of a cell, a step, an entry, as it stands in brackets behind it; '' where it has none. */
export const citeHtml = (cite: readonly number[] | undefined): string =>
  cite && cite.length > 0 ? ` <span class="figure-cite">${escapeHtml(paragraphs(cite))}</span>` : '';

/** A link to the card of an entry of the record; '' where there is none of this id. */
export function recordLink(id: string, scope: Scope, words = 'record'): string {
  const entry = Object.hasOwn(scope.course.record, id) ? scope.course.record[id] : undefined;
  if (!entry) return '';
  scope.cards.records.add(id);
  const label = escapeHtml(`Public record: ${inlineText(entry.title)}`);
  return `<a class="passage-source" href="#record-${id}" data-card="record-${id}" title="${label}">${escapeHtml(words)}</a>`;
}
