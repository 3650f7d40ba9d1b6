import { escapeHtml } from '@/lib/passages/escape-html';
import { inlineText } from '@/lib/passages/markdown';
import type { Figure } from '../read/figure';
import type { Scope } from '../render/scope';

/** A figure as HTML, with the list or table that says the same, and its words. */
export function renderFigure(figure: Figure, { inline }: Scope): { html: string; text: string } {
  const { kind, title, caption, text } = figure;
  const html =
    `<figure class="figure figure-${kind}"><figcaption><strong class="figure-title">${escapeHtml(title)}</strong> ` +
    `<span class="figure-caption">${inline(caption)}</span></figcaption><p class="figure-text">${escapeHtml(text)}</p></figure>`;
  return { html, text: [title, text, inlineText(caption)].join('\n') };
}
