import { z } from 'zod';

/** How far a student is with a quiz. The words on screen and in the export are these, in `STATE_WORDS`. */
export const CELL_STATES = ['not-started', 'in-progress', 'ended', 'to-grade', 'graded'] as const;
export type CellState = (typeof CELL_STATES)[number];

export const STATE_WORDS: Readonly<Record<CellState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  ended: 'Time is up',
  'to-grade': 'To grade',
  graded: 'Graded',
};

/** What the address of the class table says: filter and order. Unknown values fall back, so that an old link still opens. */
export const ClassView = z.strictObject({
  /** Part of a name. */
  q: z.string().trim().max(100).catch(''),
  /** Only students with this state in `quiz`, or in any quiz. */
  state: z.enum([...CELL_STATES, 'any']).catch('any'),
  quiz: z.string().max(60).catch(''),
  /** `name`, `total` or a quiz's slug. */
  sort: z.string().max(60).catch('name'),
  dir: z.enum(['up', 'down']).catch('up'),
});
export type ClassView = z.infer<typeof ClassView>;

/** Reads the view from an address's parameters; what else stands there is ignored. */
export function classViewOf(params: Readonly<Record<string, string | string[] | undefined>>): ClassView {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined);
  return ClassView.parse({ q: one('q'), state: one('state'), quiz: one('quiz'), sort: one('sort'), dir: one('dir') });
}

export interface ClassColumn {
  readonly columnId: string;
  readonly slug: string;
  readonly title: string;
  /** What stands above the column: "Check 4" for the check of lesson 4, or else the title. */
  readonly label: string;
  /** Milli-points. */
  readonly maxPoints: number;
}

export interface ClassCell {
  /** Milli-points of the grade; null where there is none. */
  readonly points: number | null;
  readonly state: CellState;
  readonly overridden: boolean;
  /** The attempt that makes the grade, or else the latest one; null where there is none. */
  readonly attemptId: string | null;
}

export interface ClassRow {
  readonly enrolmentId: string;
  readonly name: string;
  /** One a column, in the columns' order. */
  readonly cells: readonly ClassCell[];
  /** Sum of the grades, milli-points; null where nothing is graded. */
  readonly total: number | null;
}

export interface ClassTable {
  readonly columns: readonly ClassColumn[];
  readonly rows: readonly ClassRow[];
  /** Students in the course, before the filter. */
  readonly students: number;
}
