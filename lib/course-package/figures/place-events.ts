import { yearsOf } from './dates';

export interface EventSpan {
  readonly date: string;
  readonly until?: string;
  readonly lane: string;
}

/** Where an event is drawn: x and width in percent of the axis; row, where several of a lane would cover each other. */
export interface Placed {
  readonly x: number;
  readonly width: number;
  readonly row: number;
}

export interface Axis {
  /** A moment (in years) as percent. */
  readonly at: (years: number) => number;
  /** False where crowded times are drawn wider. */
  readonly isToScale: boolean;
  readonly ticks: readonly { readonly label: string; readonly x: number }[];
}

/** A dot of 24 px on the track of a phone, with air. */
const APART = 9;
const MOST_ROWS = 2;
/** How far the wider drawing goes from true to scale towards equal steps. */
const EVENNESS = 0.7;
const MARGIN = 4;
const EDGE = 0.25;

/** An axis for these events: true to scale where they then fit, else with crowded times drawn wider; and each event's place. */
export function placeEvents(events: readonly EventSpan[], from: string, to: string): { axis: Axis; placed: Placed[] } {
  const begin = yearsOf(from, 'begin');
  const end = Math.max(yearsOf(to, 'end'), begin + 0.1);
  const linear = (years: number) => MARGIN + ((100 - 2 * MARGIN) * (clamp(years, begin, end) - begin)) / (end - begin);
  const straight = placeOn(linear, events);
  const isToScale = straight.every(({ row }) => row < MOST_ROWS);
  const at = isToScale ? linear : evened(linear, events, begin, end);
  return {
    axis: { at, isToScale, ticks: ticksOf({ at, isToScale }, begin, end, events) },
    placed: isToScale ? straight : placeOn(at, events),
  };
}

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n));

/** Between a true scale and one on which every event is a step: rising everywhere, so that order is never changed. */
function evened(linear: (years: number) => number, events: readonly EventSpan[], begin: number, end: number) {
  const times = events.map(({ date }) => clamp(yearsOf(date), begin, end));
  const stops = [...new Set([begin, ...times, end])].sort((a, b) => a - b);
  // Before the first event and after the last there is nothing to see.
  const steps = stops.slice(1).map((_, i) => (i === 0 || i === stops.length - 2 ? EDGE : 1));
  const all = steps.reduce((sum, step) => sum + step, 0);
  const before = stops.map((_, i) => steps.slice(0, i).reduce((sum, step) => sum + step, 0));
  const even = (years: number): number => {
    const i = Math.max(
      0,
      stops.findLastIndex((stop) => stop <= years),
    );
    const here = stops[i] ?? begin;
    const next = stops[i + 1];
    const part = next === undefined ? 0 : ((years - here) / (next - here)) * (steps[i] ?? 0);
    return MARGIN + ((100 - 2 * MARGIN) * ((before[i] ?? 0) + part)) / all;
  };
  return (years: number) => {
    const inside = clamp(years, begin, end);
    return (1 - EVENNESS) * linear(inside) + EVENNESS * even(inside);
  };
}

function placeOn(at: (years: number) => number, events: readonly EventSpan[]): Placed[] {
  const taken = new Map<string, number[]>();
  return events.map(({ date, until, lane }) => {
    const x = until === undefined ? at(yearsOf(date)) : at(yearsOf(date, 'begin'));
    const right = until === undefined ? x : at(yearsOf(until, 'end'));
    const rows = taken.get(lane) ?? [];
    const free = rows.findIndex((last) => x - last >= APART);
    const row = free < 0 ? rows.length : free;
    rows[row] = Math.max(x, right - APART / 2);
    taken.set(lane, rows);
    return { x, width: right - x, row };
  });
}

/** Years to write under the axis, not so close that they touch: each where it begins, or on a drawn-out axis at its first event. */
function ticksOf(axis: Pick<Axis, 'at' | 'isToScale'>, begin: number, end: number, events: readonly EventSpan[]) {
  const first = Math.floor(begin);
  const last = Math.ceil(end) - 1;
  const ofEvents = events.map(({ date }) => ({ year: Math.floor(yearsOf(date)), at: yearsOf(date) }));
  const wanted = axis.isToScale
    ? [first, last, ...decades(first, last), ...ofEvents.map(({ year }) => year)].map((year) => ({ year, at: year }))
    : ofEvents;
  const ticks: { label: string; x: number }[] = [];
  for (const { year, at } of wanted) {
    const x = axis.at(at);
    const isTold = ticks.some((tick) => tick.label === String(year) || Math.abs(tick.x - x) < 13);
    if (year >= first && year <= last && !isTold) ticks.push({ label: String(year), x });
  }
  return ticks.sort((a, b) => a.x - b.x);
}

function decades(first: number, last: number): number[] {
  const step = last - first > 25 ? 10 : 5;
  const begin = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((last - begin) / step) + 1) }, (_, i) => begin + i * step);
}
