import type { FigureOf } from '../read/figure';
import type { Scope } from '../render/scope';
import { renderGrid } from './grid';

/** A table as its author wrote it; the first column holds the rows' headings. */
export function renderTable({ head, rows }: FigureOf<'table'>, { inline }: Scope): string {
  return renderGrid(
    head.map((cell) => ({ html: inline(cell) })),
    rows.map((row) => row.map((cell) => ({ html: inline(cell) }))),
  );
}
