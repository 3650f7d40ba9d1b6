import type { FigureOf } from '../read/figure';
import { citeHtml, type Scope, wordsHtml } from '../render/scope';

/** A chain of steps: links on a line, for the eye, and the ordered list that says what each is. */
export function renderStrip({ steps }: FigureOf<'strip'>, { inline }: Scope): string {
  const number = (i: number) => `<span class="figure-n" aria-hidden="true">${i + 1}</span>`;
  const links = steps.map(({ title }, i) => `<span class="strip-link">${number(i)}${wordsHtml(title)}</span>`);
  const items = steps.map(
    ({ title, text, cite }, i) =>
      `<li class="strip-step">${number(i)}<p><strong>${wordsHtml(title)}</strong> ${inline(text)}${citeHtml(cite)}</p></li>`,
  );
  return `<div class="strip-line" aria-hidden="true">${links.join('')}</div><ol class="strip">${items.join('')}</ol>`;
}
