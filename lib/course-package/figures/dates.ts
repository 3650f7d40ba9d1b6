/** Dates as course files give them: a year, year-month or date. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "22 June 1965", "October 2018", "2011" */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** "2012–2014", or the one date. */
export const spanInWords = (date: string, until: string | undefined): string =>
  until === undefined ? dateInWords(date) : `${dateInWords(date)}–${dateInWords(until)}`;

/** A date as a number of years; of a year or a month its middle, or its beginning or end. */
export function yearsOf(date: string, which: 'begin' | 'middle' | 'end' = 'middle'): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  const share = which === 'begin' ? 0 : which === 'middle' ? 0.5 : 1;
  if (month === undefined) return year + share;
  return year + (month - 1 + (day === undefined ? share : (day - 0.5) / 31)) / 12;
}

/** Whether something that happened then (until then) lies within a span, as far as their precision tells. */
export function isWithin(date: string, until: string | undefined, from: string, to: string): boolean {
  const last = until ?? date;
  const afterStart = last.slice(0, from.length) >= from.slice(0, last.length);
  return afterStart && date.slice(0, to.length) <= to.slice(0, date.length);
}
