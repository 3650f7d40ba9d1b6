import { stringify } from 'csv-stringify/sync';
import { inPoints } from './rules';
import { type ClassTable, STATE_WORDS } from './schema';

const BOM = '\uFEFF';

/**
 * A text cell that no spreadsheet takes for a formula: what begins with = + - @, tab, return or NUL gets a leading
 * apostrophe (ASVS 1.2.10). Numbers are passed as numbers and stay numbers, negative ones too.
 */
export function guardCell(cell: string | number | null): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  const text = cell.replaceAll('\0', '');
  return /^[=+\-@\t\r]/.test(text) || text !== cell ? `'${text}` : text;
}

/** RFC 4180 with a byte-order mark, so that a double click opens it with the right letters. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return (
    BOM +
    stringify(
      rows.map((row) => row.map(guardCell)),
      { record_delimiter: 'windows' },
    )
  );
}

/** The class table as the screen shows it: two columns a quiz (points, state), and the total. */
export function classTableCsv(table: ClassTable): string {
  const head = table.columns.flatMap((column) => [
    `${column.title} (of ${inPoints(column.maxPoints)})`,
    `${column.title}: state`,
  ]);
  const rows = table.rows.map((row) => [
    row.name,
    ...row.cells.flatMap((cell) => [cell.points === null ? null : inPoints(cell.points), STATE_WORDS[cell.state]]),
    row.total === null ? null : inPoints(row.total),
  ]);
  return toCsv([['Student', ...head, 'Total'], ...rows]);
}
