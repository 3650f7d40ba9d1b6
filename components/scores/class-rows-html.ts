import { pointsText } from '@/lib/gradebook/rules';
import { type ClassCell, type ClassRow, STATE_WORDS } from '@/lib/gradebook/schema';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

/**
 * The rows of the class table as one HTML string. Eleven thousand React elements cost more than the whole page may (200 ms of CPU
 * for 1,000 students); text costs a few milliseconds. Names are escaped here, and nothing else comes from people.
 */
export function classRowsHtml(course: string, rows: readonly ClassRow[]): string {
  return rows.map((row, i) => rowHtml(course, row, i)).join('');
}

function rowHtml(course: string, row: ClassRow, index: number): string {
  const href = `/courses/${encodeURIComponent(course)}/teach/students/${encodeURIComponent(row.enrolmentId)}`;
  const name = `<th scope="row" role="rowheader"${index === 0 ? ' tabindex="0"' : ' tabindex="-1"'}><a href="${href}" tabindex="-1">${escaped(row.name)}</a></th>`;
  const total = row.total === null ? '<span class="none">–</span>' : pointsText(row.total);
  return `<tr role="row" aria-rowindex="${index + 2}">${name}${row.cells.map((cell) => cellHtml(course, cell)).join('')}<td role="gridcell" tabindex="-1" class="total">${total}</td></tr>`;
}

function cellHtml(course: string, cell: ClassCell): string {
  const stateWords = STATE_WORDS[cell.state];
  const points = cell.points === null ? '' : `<b>${pointsText(cell.points)}</b>`;
  // "Graded" goes without saying beside a number; every other state is said.
  const state = cell.points !== null && cell.state === 'graded' ? '' : `<span class="state">${stateWords}</span>`;
  const override = cell.overridden ? '<span class="state">Set by hand</span>' : '';
  const words = `${points}${state}${override}`;
  // Each number opens into how it came about.
  const opened = cell.attemptId
    ? `<a href="/courses/${encodeURIComponent(course)}/teach/attempts/${cell.attemptId}" tabindex="-1">${words}</a>`
    : words;
  return `<td role="gridcell" tabindex="-1" class="${cell.state}">${opened}</td>`;
}
