import type { LessonFrame, PassageOrigin } from '@/lib/lessons/schema';
import { escapeHtml } from '@/lib/passages/escape-html';
import { inlineText, renderBlocks } from '@/lib/passages/markdown';
import { countWords } from '@/lib/passages/plain-text';
import { renderFigure } from '../figures/render-figure';
import type { CoursePackage, LessonText, PassageText } from '../package';
import { makeScope, recordLink, type Scope } from './scope';

/** A lesson as it is stored. */
export interface RenderedLesson {
  readonly title: string;
  readonly standfirst: string;
  readonly minutes: number;
  readonly beyond: boolean;
  readonly html: string;
  readonly frame: LessonFrame;
  readonly passages: readonly RenderedPassage[];
}

export interface RenderedPassage {
  readonly key: string;
  readonly position: number;
  readonly text: string;
  readonly origin: PassageOrigin;
}

/** Renders a lesson at its place in the course: the 2 of passage 2.7. */
export function renderLesson(
  course: CoursePackage,
  lesson: LessonText,
  position: number,
  address: (id: string) => string | null,
): RenderedLesson {
  const scope = makeScope(course, address, true);
  const plain = makeScope(course, address, false);
  const headings: LessonFrame['headings'] = [];
  const passages: RenderedPassage[] = [];
  const html = lesson.blocks.map((block) => {
    if (block.kind === 'heading') {
      const id = headingId(
        inlineText(block.text),
        headings.map((each) => each.id),
      );
      headings.push({ id, text: inlineText(block.text), level: block.level });
      return `<h${block.level} id="${id}">${scope.inline(block.text)}</h${block.level}>\n`;
    }
    const body = renderBody(block, scope);
    passages.push({ key: block.id, position: passages.length + 1, text: body.text, origin: block.origin });
    return section(block, body.html, `${position}.${passages.length}`, scope);
  });
  const { discussion, title, standfirst, minutes, beyond } = lesson;
  const frame: LessonFrame = {
    headings,
    before: lesson.before.map(plain.inline),
    discussion: discussion
      ? { title: inlineText(discussion.title), html: renderBlocks(discussion.prompt, plain.links).html }
      : null,
    objectives: lesson.objectives,
    from: lesson.from,
    words: countWords([...headings, ...passages].map(({ text }) => text).join(' ')),
    cards: {
      terms: [...scope.cards.terms],
      people: [...scope.cards.people],
      records: [...scope.cards.records],
    },
  };
  return {
    title: inlineText(title),
    standfirst: inlineText(standfirst),
    minutes,
    beyond,
    html: html.join(''),
    frame,
    passages,
  };
}

function renderBody({ body }: PassageText, scope: Scope): { html: string; text: string } {
  return body.kind === 'figure' ? renderFigure(body.figure, scope) : renderBlocks(body.markdown, scope.links);
}

function section({ id, origin, body }: PassageText, html: string, number: string, scope: Scope): string {
  const sources = [
    ...origin.source.map((n) => `<span class="passage-source">¶${n}</span>`),
    ...origin.record.map((record) => recordLink(record, scope)),
    ...(origin.own ? ['<span class="passage-source">our explanation</span>'] : []),
  ];
  const kind = body.kind === 'figure' ? ' has-figure' : '';
  return (
    `<section class="passage" id="${id}" data-passage="${id}"><div class="passage-body${kind}">${html}</div>` +
    `<div class="passage-margin"><a class="passage-number" href="#${id}" aria-label="Link to passage ${number}">${number}</a>` +
    `${sources.filter(Boolean).join(' ')}<!--margin:${id}--></div></section>\n`
  );
}

function headingId(text: string, taken: readonly string[]): string {
  const words = escapeHtml(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&[a-z#0-9]+;|['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const id = `h-${words || taken.length + 1}`;
  let n = 2;
  if (!taken.includes(id)) return id;
  while (taken.includes(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
