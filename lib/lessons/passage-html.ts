import { Kept } from '@/lib/kernel/kept';
import { escapeHtml } from '@/lib/passages/escape-html';

/** What the page puts beside and into a lesson's stored HTML. */
export interface PassageExtras {
  readonly courseSlug: string;
  readonly lessonSlug: string;
  /** The lesson's passages in order. */
  readonly keys: readonly string[];
  /** The lesson's place in the course: the 2 of 2.7. */
  readonly position: number;
  /** Threads a passage has, where it has any. */
  readonly threads: ReadonlyMap<string, number>;
  /** The passage a citation leads to, and what is said above it. */
  readonly cited: {
    readonly key: string;
    readonly words: string;
    readonly back: { href: string; words: string } | null;
  } | null;
}

/** A lesson's HTML cut at its margins: HTML and keys of passages by turns. */
const cut = new Kept<readonly string[]>(200);
const piecesOf = (html: string): readonly string[] =>
  cut.get(html) ?? cut.set(html, html.split(/<!--margin:(p-[a-z0-9]+)-->/));

/**
 * The stored HTML of a lesson with its margins filled (`<!--margin:p-…-->`) and the cited passage marked. Everything put in is
 * escaped here; everything else was sanitised when it was stored.
 */
export function withMargins(html: string, extras: PassageExtras): string {
  const place = new Map(extras.keys.map((key, index) => [key, index + 1]));
  const filled = piecesOf(html)
    .map((piece, i) => (i % 2 === 0 ? piece : talkLink(piece, `${extras.position}.${place.get(piece) ?? '?'}`, extras)))
    .join('');
  const { cited } = extras;
  if (!cited || !place.has(cited.key)) return filled;
  const opening = new RegExp(`<section class="passage" (id="${cited.key}"[^>]*)>`);
  return filled.replace(opening, (_, rest: string) => `<section class="passage is-cited" ${rest}>${noteIn(cited)}`);
}

function talkLink(key: string, number: string, { courseSlug, threads }: PassageExtras): string {
  const count = threads.get(key) ?? 0;
  const base = `/courses/${encodeURIComponent(courseSlug)}/threads`;
  const href = count > 0 ? `${base}?passage=${key}` : `${base}/new?passage=${key}`;
  const words =
    count > 0
      ? `Discuss (${count})<span class="sr-only">: ${count === 1 ? 'one thread' : `${count} threads`} on passage ${number}</span>`
      : `Discuss<span class="sr-only"> passage ${number}</span>`;
  return `<a class="passage-talk${count > 0 ? ' has-threads' : ''}" href="${escapeHtml(href)}">${words}</a>`;
}

function noteIn({ words, back }: NonNullable<PassageExtras['cited']>): string {
  const link = back ? ` <a href="${escapeHtml(back.href)}">${escapeHtml(back.words)}</a>` : '';
  return `<p class="cited-note" role="note">${escapeHtml(words)}${link}</p>`;
}
