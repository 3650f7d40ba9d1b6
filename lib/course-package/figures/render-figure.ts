import { inlineText } from '@/lib/passages/markdown';
import type { Figure, FigureKind, FigureOf } from '../read/figure';
import type { Scope } from '../render/scope';
import { renderArgumentMap } from './argument-map';
import { frameFigure } from './frame';
import { renderMap } from './map';
import { renderPositions } from './positions';
import { renderStrip } from './strip';
import { renderTable } from './table';
import { renderTimeline } from './timeline';

/** The body of each kind of figure, as HTML. What a drawing shows stands beside it as a list; tables are their own. */
const bodies: { readonly [K in FigureKind]: (figure: FigureOf<K>, scope: Scope) => string } = {
  timeline: renderTimeline,
  positions: renderPositions,
  'argument-map': renderArgumentMap,
  table: renderTable,
  map: renderMap,
  strip: renderStrip,
};

/** A figure as HTML, and its words for search and anchors. */
export function renderFigure(figure: Figure, scope: Scope): { html: string; text: string } {
  const body = (bodies[figure.kind] as (figure: Figure, scope: Scope) => string)(figure, scope);
  const { title, text, caption } = figure;
  return { html: frameFigure(figure, body, scope), text: [title, text, caption].map(inlineText).join('\n') };
}
