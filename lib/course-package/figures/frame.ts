import type { Figure } from '../read/figure';
import { type Scope, wordsHtml } from '../render/scope';

/**
 * A figure around its body: title, what it shows in words (read out before the body), caption. Figures are made of elements and
 * custom properties, not of stretched pictures, so that words keep their size at any width; figures.css lays them out.
 */
export function frameFigure({ kind, title, caption, text }: Figure, body: string, { inline }: Scope): string {
  return (
    `<figure class="figure figure-${kind}"><figcaption class="figure-title">${wordsHtml(title)}</figcaption>` +
    `<p class="figure-text">${wordsHtml(text)}</p>${body}<p class="figure-caption">${inline(caption)}</p></figure>`
  );
}

/** A number as figures place things: at most two decimals. */
export const short = (n: number): string => String(Math.round(n * 100) / 100);
