import { z } from 'zod';
import { keptText } from '@/lib/kernel/text';

/** Which attempt makes the grade. */
export const COUNTS = ['best', 'last', 'first', 'average'] as const;
export type Counts = (typeof COUNTS)[number];

/** `check`: the graded quiz at the end of a lesson. `quiz`: one that stands by itself, such as the final. */
export const QUIZ_KINDS = ['check', 'quiz'] as const;
export type QuizKind = (typeof QUIZ_KINDS)[number];

export const SHOW_SCORE = ['submitted', 'closed'] as const;
export const SHOW_KEY = ['attempts-used', 'submitted', 'closed', 'never'] as const;

const attemptsAllowed = z.int('Write a whole number of attempts, or none.').min(1).max(100).nullable();
const timeLimitSeconds = z
  .int('Write the time limit as a number, or none.')
  .min(60, 'Give at least one minute.')
  .max(7 * 86_400, 'Give at most a week.')
  .nullable();

/** The rules of a quiz, as a version stores them. Null attempts: unlimited. Null limit: none. */
export const QuizRules = z.strictObject({
  title: z.string().trim().min(1, 'Give it a title.').max(200),
  attemptsAllowed,
  counts: z.enum(COUNTS),
  timeLimitSeconds,
  /** Whether each attempt has its own order of questions. Options are drawn anew in any case. */
  shuffle: z.boolean(),
  /** When a student sees score and verdicts. */
  showScore: z.enum(SHOW_SCORE),
  /** When a student sees the key. `attempts-used`: when none is left, or the quiz has closed. */
  showKey: z.enum(SHOW_KEY),
});
export type QuizRules = z.infer<typeof QuizRules>;

const { shape } = QuizRules;

/** What an instructor has set over the course's text: only the rules that differ. Stored in `quiz.settings`. */
export const QuizOverrides = z.strictObject({
  attemptsAllowed: shape.attemptsAllowed.exactOptional(),
  counts: shape.counts.exactOptional(),
  timeLimitSeconds: shape.timeLimitSeconds.exactOptional(),
  shuffle: shape.shuffle.exactOptional(),
  showScore: shape.showScore.exactOptional(),
  showKey: shape.showKey.exactOptional(),
});
export type QuizOverrides = z.infer<typeof QuizOverrides>;

/** What holds where a course's text says nothing. */
export const DEFAULT_RULES: Readonly<Record<QuizKind, Omit<QuizRules, 'title'>>> = {
  check: {
    attemptsAllowed: 2,
    counts: 'best',
    timeLimitSeconds: null,
    shuffle: false,
    showScore: 'submitted',
    showKey: 'attempts-used',
  },
  quiz: {
    attemptsAllowed: 1,
    counts: 'best',
    timeLimitSeconds: 45 * 60,
    shuffle: true,
    showScore: 'submitted',
    showKey: 'closed',
  },
};

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'There is no quiz of this name.');
const moment = z.iso.datetime({ offset: true, error: 'Write a date and time.' }).nullable();

/** What an instructor sets for a quiz. A rule that is left out keeps its value; null times mean "always open". */
export const ChangeQuizSettings = z.strictObject({
  quiz: slug,
  opensAt: moment.exactOptional(),
  closesAt: moment.exactOptional(),
  rules: QuizOverrides.exactOptional(),
});
export type ChangeQuizSettings = z.infer<typeof ChangeQuizSettings>;

const FACTOR = 'Write a factor from 1 to 5, for example 1.5.';
const EXTRA = 'Write a whole number of extra attempts, 20 at most.';

/** Other times or tries for one student. All of it replaces what was granted before. */
export const GrantExtension = z.strictObject({
  quiz: slug,
  enrolmentId: z.uuid('Choose a student.'),
  opensAt: moment.default(null),
  closesAt: moment.default(null),
  extraSeconds: z
    .int('Write the extra time as a number, or nothing.')
    .min(0, 'Extra time is added, never taken away.')
    .max(7 * 86_400, 'Give at most a week more.')
    .default(0),
  factor: z.number(FACTOR).min(1, FACTOR).max(5, FACTOR).default(1),
  extraAttempts: z.int(EXTRA).min(0, EXTRA).max(20, EXTRA).default(0),
  reason: z.string().transform(keptText).pipe(z.string().trim().min(1, 'Say why: it stands in the record.').max(500)),
});
export type GrantExtension = z.infer<typeof GrantExtension>;

/** Why somebody may not start, as a code; `startRefusal` in rules.ts says it in words. */
export type StartRefusal = 'not-open-yet' | 'closed' | 'no-attempts-left' | 'key-shown' | 'empty';
