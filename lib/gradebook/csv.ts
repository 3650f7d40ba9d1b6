import { stringify } from 'csv-stringify/sync';
import { pointsText } from './rules';
import { type ClassCell, type ClassTable, STATE_WORDS } from './schema';

const BOM = '\uFEFF';

/**
 * A text cell that no spreadsheet takes for a formula: what begins with = + - @ (of full width too, as typed in Seoul and Tokyo),
 * a tab, a line's end or NUL gets a leading apostrophe (ASVS 1.2.10). Numbers are passed as numbers and stay numbers, negative ones
 * too.
 */
export function guardCell(cell: string | number | null): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  const text = cell.replaceAll('\0', '');
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) || text !== cell ? `'${text}` : text;
}

/**
 * RFC 4180 with a byte-order mark, so that a double click opens it with the right letters. Quoted is whatever a spreadsheet may
 * part cells or rows at, beside the comma: a semicolon (Berlin, Paris), a tab (LibreOffice offers it at first), and each half of a
 * line's end. What follows it would begin a cell, and a cell that begins with "=" is a formula.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return (
    BOM +
    stringify(
      rows.map((row) => row.map(guardCell)),
      { record_delimiter: 'windows', quoted_match: /[;\t\r\n]/ },
    )
  );
}

/** Points as the screen shows them, as a number. */
const shown = (milliPoints: number | null): number | null =>
  milliPoints === null ? null : Number(pointsText(milliPoints));

const stateOf = ({ state, overridden }: ClassCell): string =>
  `${STATE_WORDS[state]}${overridden ? ', set by hand' : ''}`;

/** The class table as the screen shows it: two columns a quiz (points, state), and the total. Of a quiz it gives the whole title. */
export function classTableCsv(table: ClassTable): string {
  const head = table.columns.flatMap((column) => [
    `${column.title} (of ${pointsText(column.maxPoints)})`,
    `${column.title}: state`,
  ]);
  const rows = table.rows.map((row) => [
    row.name,
    ...row.cells.flatMap((cell) => [shown(cell.points), stateOf(cell)]),
    shown(row.total),
  ]);
  return toCsv([['Student', ...head, 'Total'], ...rows]);
}
