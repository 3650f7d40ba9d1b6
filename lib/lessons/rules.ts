/** Decisions about what the outline and the reader say. */

/** A quiz as one enrolment stands to it; times are those in effect for it. */
export interface OutlineQuiz {
  readonly slug: string;
  readonly lessonId: string | null;
  readonly title: string;
  readonly hidden: boolean;
  readonly questions: number;
  readonly timeLimitSeconds: number | null;
  /** Null: as many as one likes. */
  readonly attemptsAllowed: number | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly ended: number;
  readonly running: boolean;
  /** Milli-points; null while there is none, or none to be seen yet. */
  readonly score: { readonly points: number; readonly of: number } | null;
}

export type QuizState = 'not-open-yet' | 'to-do' | 'running' | 'done' | 'missed';

export function quizState(quiz: OutlineQuiz, now: Date): QuizState {
  if (quiz.running) return 'running';
  if (quiz.ended > 0) return 'done';
  if (quiz.opensAt && quiz.opensAt > now) return 'not-open-yet';
  return quiz.closesAt && quiz.closesAt <= now ? 'missed' : 'to-do';
}

/** Attempts still to be had; null: without limit. */
export const attemptsLeft = (quiz: OutlineQuiz): number | null =>
  quiz.attemptsAllowed === null ? null : Math.max(0, quiz.attemptsAllowed - quiz.ended - (quiz.running ? 1 : 0));

const points = (milliPoints: number): string => String(Math.round(milliPoints / 10) / 100);

/** The state as the outline says it: "Done, 4 of 5 points". Times are the page's to add. */
export function quizInWords(quiz: OutlineQuiz, now: Date): string {
  const state = quizState(quiz, now);
  if (state === 'running') return 'Under way';
  if (state === 'not-open-yet') return 'Not open yet';
  if (state === 'missed') return 'Closed, not taken';
  if (state === 'to-do') return 'Not started';
  return quiz.score ? `Done, ${points(quiz.score.points)} of ${points(quiz.score.of)} points` : 'Done';
}

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A date as the course writes it ("2018", "2018-12", "2018-12-20") in words: "2018", "December 2018", "20 December 2018". */
export function dateInWords(text: string): string {
  const [year = '', month, day] = text.split('-');
  const name = month && MONTHS[Number(month) - 1];
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Paragraphs of the article as one reads them: [3, 4, 5, 8] is "¶3–5, ¶8". */
export function paragraphsInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `¶${from}` : `¶${from}–${to}`)).join(', ');
}
