import type { FigureOf } from '../read/figure';
import { citeHtml, type Scope } from '../render/scope';
import { renderGrid } from './grid';

const NAMES = { seoul: 'Seoul', tokyo: 'Tokyo', washington: 'Washington', beijing: 'Beijing', pyongyang: 'Pyongyang' };

/** Issues by capitals. Whether a position is stated or inferred is said in words. */
export function renderPositions({ columns, rows }: FigureOf<'positions'>, { inline }: Scope): string {
  const heads = [
    { html: 'Issue' },
    ...columns.map((column) => ({ html: `<i class="who who-${column}"></i>${NAMES[column]}` })),
  ];
  const body = rows.map(({ issue, cells }) => [
    { html: inline(issue) },
    ...columns.map((column) => {
      const cell = cells[column];
      if (!cell) return { html: 'not stated in the article', className: 'is-empty' };
      const { text, cite, strength } = cell;
      const inferred = strength === 'inferred';
      const html = `${inline(text)}${citeHtml(cite)}${inferred ? ' <span class="figure-tag">inferred</span>' : ''}`;
      return inferred ? { html, className: 'is-inferred' } : { html };
    }),
  ]);
  return renderGrid(heads, body);
}
