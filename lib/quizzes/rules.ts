import { QuizOverrides, QuizRules, type StartRefusal } from './schema';

/** What one exception grants: a row of QuizException without its owner. */
export interface Allowance {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly extraSeconds: number;
  readonly factor: number;
  readonly extraAttempts: number;
}

/** Times and tries in effect for one person. */
export interface EffectiveTimes {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** Seconds for one attempt, extra time included; null: no limit. */
  readonly timeLimitSeconds: number | null;
  /** What is added after the close too. */
  readonly extraSeconds: number;
  /** Null: unlimited. */
  readonly attemptsAllowed: number | null;
}

/**
 * The one place that says when somebody may work. `allowances` stand in order, the person's own before their group's: the
 * first that names a time wins, extra seconds and attempts add up, and of the factors (the person's own too) the most
 * generous holds, so that one need is not counted twice.
 */
export function effectiveTimes(
  quiz: { readonly opensAt: Date | null; readonly closesAt: Date | null },
  rules: { readonly attemptsAllowed: number | null; readonly timeLimitSeconds: number | null },
  allowances: readonly Allowance[],
  timeFactor: number,
): EffectiveTimes {
  const sum = (of: (each: Allowance) => number) => allowances.reduce((total, each) => total + of(each), 0);
  const extraSeconds = sum((each) => each.extraSeconds);
  const factor = Math.max(timeFactor, 1, ...allowances.map((each) => each.factor));
  return {
    opensAt: allowances.find((each) => each.opensAt)?.opensAt ?? quiz.opensAt,
    closesAt: allowances.find((each) => each.closesAt)?.closesAt ?? quiz.closesAt,
    timeLimitSeconds:
      rules.timeLimitSeconds === null ? null : Math.round(rules.timeLimitSeconds * factor) + extraSeconds,
    extraSeconds,
    attemptsAllowed: attemptsInEffect(rules.attemptsAllowed, allowances),
  };
}

/** How many attempts the rules and what was granted come to; null: unlimited. */
export const attemptsInEffect = (
  allowed: number | null,
  allowances: readonly Pick<Allowance, 'extraAttempts'>[],
): number | null => (allowed === null ? null : allowances.reduce((total, each) => total + each.extraAttempts, allowed));

/** When an attempt begun at `startedAt` ends by itself: at the limit or the close, whichever is first, plus extra time. */
export function deadlineOf(times: EffectiveTimes, startedAt: Date): Date | null {
  const ends = [
    times.timeLimitSeconds === null ? null : startedAt.getTime() + times.timeLimitSeconds * 1000,
    times.closesAt === null ? null : times.closesAt.getTime() + times.extraSeconds * 1000,
  ].filter((each) => each !== null);
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** How far somebody is with a quiz, as `startRefusalOf` asks it. */
export interface SoFar {
  readonly questions: number;
  readonly attemptsUsed: number;
  readonly showKey: QuizRules['showKey'];
}

/** Why a student may not start an attempt now; null where they may. A preview by staff only needs questions. */
export function startRefusalOf(times: EffectiveTimes, soFar: SoFar, preview: boolean, now: Date): StartRefusal | null {
  if (soFar.questions === 0) return 'empty';
  if (preview) return null;
  if (times.opensAt && now < times.opensAt) return 'not-open-yet';
  if (times.closesAt && now >= times.closesAt) return 'closed';
  if (times.attemptsAllowed !== null && soFar.attemptsUsed >= times.attemptsAllowed) return 'no-attempts-left';
  // Whoever has seen the key has nothing left to show.
  if (soFar.showKey === 'submitted' && soFar.attemptsUsed > 0) return 'key-shown';
  return null;
}

export const START_REFUSALS: Readonly<Record<StartRefusal, string>> = {
  empty: 'This quiz has no questions yet.',
  'not-open-yet': 'This quiz has not opened yet.',
  closed: 'This quiz has closed.',
  'no-attempts-left': 'You have used all your attempts. Your earlier attempts stay open for review.',
  'key-shown': 'You have seen the key of this quiz, so there is no further attempt.',
};

/** What decides on showing scores and key. `closedForAll`: the last student's close, exceptions included, is past. */
export interface Release {
  readonly showScore: QuizRules['showScore'];
  readonly showKey: QuizRules['showKey'];
  readonly closedForAll: boolean;
  /** Whether none can be started any more, by the count. */
  readonly attemptsUsedUp: boolean;
  /** Whether an attempt of theirs still takes answers: also in the last seconds after its deadline, until it is closed. */
  readonly answering: boolean;
  readonly preview: boolean;
}

/** Whether score, verdicts and feedback on what was chosen may be seen, once an attempt has ended. */
export const scoresShown = ({ showScore, closedForAll, preview }: Release): boolean =>
  preview || showScore === 'submitted' || closedForAll;

/** Whether the key and the explanation may be seen, once an attempt has ended. Never before the score, nor while another is answered. */
export const keyShown = (release: Release): boolean =>
  release.preview || (scoresShown(release) && keyReleased(release) && !release.answering);

function keyReleased({ showKey, closedForAll, attemptsUsedUp }: Release): boolean {
  if (showKey === 'never') return false;
  return showKey === 'submitted' || closedForAll || (showKey === 'attempts-used' && attemptsUsedUp);
}

/** What is not shown yet, and when it will be, in one sentence; null where nothing is held back. */
export function whyHidden(release: Release): string | null {
  if (!scoresShown(release)) return 'Score and feedback are shown when the quiz has closed for everybody.';
  if (keyShown(release)) return null;
  if (keyReleased(release)) return 'The key is shown when the attempt that you have open has ended.';
  if (release.showKey === 'never') return 'The key of this quiz is not shown.';
  if (release.showKey === 'closed') return 'The key is shown when the quiz has closed for everybody.';
  return 'The key is shown when you have used all your attempts, or when the quiz has closed for everybody.';
}

/** The rules in force: the text's, with what an instructor set over them. */
export const mergeRules = (text: QuizRules, overrides: QuizOverrides): QuizRules => ({ ...text, ...overrides });

/** What is left of the overrides once those that say the same as the text are gone. */
export function withoutEchoes(text: QuizRules, overrides: QuizOverrides): QuizOverrides {
  const names = Object.keys(QuizOverrides.shape) as (keyof QuizOverrides)[];
  return Object.fromEntries(
    names
      .filter((name) => overrides[name] !== undefined && overrides[name] !== text[name])
      .map((name) => [name, overrides[name]]),
  ) as QuizOverrides;
}

/** Rules as a row of quiz_version holds them. */
export const rulesOf = (version: QuizRules): QuizRules =>
  QuizRules.parse(
    Object.fromEntries(Object.keys(QuizRules.shape).map((name) => [name, version[name as keyof QuizRules]])),
  );
