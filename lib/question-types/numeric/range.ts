import { formatNumber } from '../number';

/** Numbers as an instructor writes them: a value with a tolerance, or a range. Both ends belong to it. */
export interface NumberRange {
  readonly value?: number;
  readonly tolerance?: number;
  readonly from?: number;
  readonly to?: number;
}

/** The ends of a range; null where it is written neither way, or both ways at once. */
export function endsOf({ value, tolerance, from, to }: NumberRange): [low: number, high: number] | null {
  if (value !== undefined && from === undefined && to === undefined)
    return [value - (tolerance ?? 0), value + (tolerance ?? 0)];
  if (value === undefined && tolerance === undefined && from !== undefined && to !== undefined) return [from, to];
  return null;
}

/** Whether a number lies in a range. 2.6 lies within 2.5 ± 0.1 although floating point puts it a hair outside. */
export function isWithin(number: number, range: NumberRange): boolean {
  const ends = endsOf(range);
  if (ends === null) return false;
  const hair = 4 * Number.EPSILON * Math.max(Math.abs(number), Math.abs(ends[0]), Math.abs(ends[1]));
  return number >= ends[0] - hair && number <= ends[1] + hair;
}

/** Whether every number of `inner` lies in `outer`. */
export function covers(outer: NumberRange, inner: NumberRange): boolean {
  return endsOf(inner)?.every((end) => isWithin(end, outer)) ?? false;
}

/** A range in words: `1965`, `2.5 ± 0.1`, `10 to 20`. */
export function describeRange({ value, tolerance, from, to }: NumberRange): string {
  if (value === undefined) return `${formatNumber(from ?? 0)} to ${formatNumber(to ?? 0)}`;
  return tolerance ? `${formatNumber(value)} ± ${formatNumber(tolerance)}` : formatNumber(value);
}

/** The number that best stands for a range: a whole one between whole ends. */
export function middleOf(range: NumberRange): number {
  const [low, high] = endsOf(range) ?? [0, 0];
  const middle = range.value ?? (low + high) / 2;
  return Number.isInteger(low) && Number.isInteger(high) ? Math.floor(middle) : middle;
}
