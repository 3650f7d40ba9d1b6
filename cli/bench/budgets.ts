import { leastOf, type Measured } from './load/measure';

/** CPU ms a request, server and PostgreSQL together, on a machine where the bare server takes `FLOOR_MS`. */
export const BUDGETS = {
  lesson: 10,
  quiz: 10,
  save: 3,
  submit: 12,
  review: 12,
  thread: 18,
  scores: 200,
  home: 12,
  'sign-in': 140,
} as const;
export type Name = keyof typeof BUDGETS;

/** The bare server's own CPU on the machine that the budgets were written on. */
export const FLOOR_MS = 0.14;
export const JAVASCRIPT_KB = { lesson: 150, quiz: 170 } as const;
export const MEMORY_MB = 450;
export const COLD_SECONDS = 120;
export const WARM_SECONDS = 5;

/** A figure beside its budget, as one line; `ok` is false where it is missed. */
export interface Line {
  readonly text: string;
  readonly ok: boolean;
}

const number = (value: number, digits = 1): string => value.toFixed(digits).padStart(8);

export const HEAD = `${'page'.padEnd(10)}${['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'most', 'node', 'postgres', 'KB', '× floor', 'budget'].map((word) => word.padStart(9)).join('')}`;

/**
 * The measures of all rounds as a row of the table: the one that took the least CPU, and the most that one took. Where the system
 * does not tell CPU time, the row says so and misses nothing.
 */
export function row(name: string, rounds: readonly Measured[], floor: Measured, budget: number | null): Line {
  const found = leastOf(rounds);
  const { requests, seconds, p50, p95, p99, bytes, cpu, cpuEach } = found;
  const scaled = budget === null || floor.cpu === null ? null : (budget * floor.cpu) / FLOOR_MS;
  const ok = found.wrong === null && (scaled === null || cpu === null || cpu <= scaled);
  const cells = [
    requests / seconds,
    p50,
    p95,
    p99,
    cpu ?? Number.NaN,
    Math.max(...rounds.map((each) => each.cpu ?? Number.NaN)),
    cpuEach[0] ?? Number.NaN,
    cpuEach[1] ?? Number.NaN,
  ];
  const digits = [0, 1, 1, 1, 2, 2, 2, 2];
  const figures = cells.map((cell, i) => ` ${number(cell, digits[i])}`).join('');
  const times = cpu !== null && floor.cpu ? cpu / floor.cpu : Number.NaN;
  const beside = scaled === null ? '' : ` ${number(scaled)} ${ok ? 'ok' : 'MISSED'}`;
  const wrong = found.wrong === null ? '' : `\n    ${found.wrongs} wrong answers; the first: ${found.wrong}`;
  return { text: `${name.padEnd(10)}${figures} ${number(bytes / 1024)} ${number(times)}${beside}${wrong}`, ok };
}

/** One figure that is not a page's: "memory 312 MB (at most 450) ok". */
export function line(name: string, value: number | null, unit: string, most: number): Line {
  if (value === null) return { text: `${name}: this system does not tell`, ok: true };
  const ok = value <= most;
  return {
    text: `${name}: ${value.toFixed(value < 20 ? 1 : 0)} ${unit} (at most ${most}) ${ok ? 'ok' : 'MISSED'}`,
    ok,
  };
}
