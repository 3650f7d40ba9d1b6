import type { ClassRow, ClassTable, ClassView } from './schema';

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** A score as text, up to two decimals and none that say nothing: "17.5", "3", "0.67". */
export const pointsText = (milliPoints: number): string => String(Math.round(milliPoints / 10) / 100);

/**
 * The table as the view asks for it. Screen and export both come from here, so they cannot differ. Rows without the value
 * sorted by stand last, whichever way the order goes; equal values are in the order of names.
 */
export function arrange(table: ClassTable, view: ClassView): ClassTable {
  const filtered = table.rows.filter((row) => matches(table, row, view));
  const sign = view.dir === 'down' ? -1 : 1;
  const value = measureOf(table, view.sort);
  const rows = filtered.toSorted((a, b) => {
    const names = byName.compare(a.name, b.name) || (a.enrolmentId < b.enrolmentId ? -1 : 1);
    if (!value) return sign * names;
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? names : x === null ? 1 : -1;
    return sign * (x - y) || names;
  });
  return { ...table, rows };
}

function measureOf(table: ClassTable, sort: string): ((row: ClassRow) => number | null) | null {
  if (sort === 'total') return (row) => row.total;
  const index = table.columns.findIndex((column) => column.slug === sort);
  return index < 0 ? null : (row) => row.cells[index]?.points ?? null;
}

function matches(table: ClassTable, row: ClassRow, view: ClassView): boolean {
  if (view.q && !folded(row.name).includes(folded(view.q))) return false;
  if (view.state === 'any') return true;
  const index = table.columns.findIndex((column) => column.slug === view.quiz);
  const cells = index < 0 ? row.cells : row.cells.slice(index, index + 1);
  return cells.some((cell) => cell.state === view.state);
}

// "Zoe" finds "Zoë".
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The sum of what is graded; null where nothing is. */
export function totalOf(points: readonly (number | null)[]): number | null {
  const graded = points.filter((each): each is number => each !== null);
  return graded.length === 0 ? null : graded.reduce((sum, each) => sum + each, 0);
}
