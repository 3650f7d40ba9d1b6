import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { ownAttempts, type QuizRow, quizzesInEffect, type ReleaseRow } from './quiz.sql';
import {
  attemptsInEffect,
  type EffectiveTimes,
  effectiveTimes,
  type Release,
  START_REFUSALS,
  scoresShown,
  startRefusalOf,
  whyHidden,
} from './rules';
import type { Counts, QuizKind, QuizRules, StartRefusal } from './schema';

/** A quiz as it stands for one person. */
export interface QuizInEffect {
  readonly row: QuizRow;
  readonly times: EffectiveTimes;
}

/** The quiz of this slug in the viewer's course, with the viewer's own times; null where there is none for them. Hidden ones: for staff, or if `hidden`. */
export async function findQuizInEffect(
  ctx: Ctx,
  me: Enrolment,
  slug: string,
  { hidden = me.role !== 'student' }: { hidden?: boolean } = {},
): Promise<QuizInEffect | null> {
  const [row] = await ctx.sql(quizzesInEffect, [me.courseId, slug, me.enrolmentId, hidden, me.previewSince]);
  return row ? inEffect(row) : null;
}

/** A row with its times, under the rules of another version where an attempt began under them. */
export function inEffect(row: QuizRow, timeLimitSeconds: number | null = row.time_limit_seconds): QuizInEffect {
  const allowances = row.allowances.map((each) => ({
    opensAt: each.opens_at,
    closesAt: each.closes_at,
    extraSeconds: each.extra_seconds,
    factor: each.factor,
    extraAttempts: each.extra_attempts,
  }));
  const quiz = { opensAt: row.opens_at, closesAt: row.closes_at };
  const rules = { attemptsAllowed: row.attempts_allowed, timeLimitSeconds };
  return { row, times: effectiveTimes(quiz, rules, allowances, row.time_factor) };
}

/** What decides on showing scores and key to this person now. */
export function releaseOf(me: Enrolment, row: ReleaseRow, now: Date): Release {
  const granted = row.allowances.map((each) => ({ extraAttempts: each.extra_attempts }));
  const allowed = attemptsInEffect(row.attempts_allowed, granted);
  return {
    showScore: row.show_score,
    showKey: row.show_key,
    closedForAll: row.last_closes_at !== null && row.last_closes_at <= now,
    attemptsUsedUp: allowed !== null && row.used >= allowed,
    answering: row.open_id !== null,
    preview: me.role !== 'student',
  };
}

/** One of the viewer's attempts as the start page lists it. Points are milli-points; null where none is shown. */
export interface PastAttempt {
  readonly attemptId: string;
  readonly n: number;
  readonly state: 'ended' | 'submitted' | 'graded';
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly endedBy: 'student' | 'deadline' | null;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly counts: boolean;
}

/** All that a start page says. Times, limit and attempts are those in effect for the viewer. */
export interface QuizStart {
  readonly quizId: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: QuizKind;
  readonly hidden: boolean;
  readonly introHtml: string;
  readonly lesson: { readonly slug: string; readonly title: string } | null;
  /** Belongs to a lesson that goes beyond the article. */
  readonly beyond: boolean;
  readonly questions: number;
  /** Milli-points. */
  readonly points: number;
  readonly timeLimitSeconds: number | null;
  /** Whether this person has more time than the quiz gives. */
  readonly extended: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly attemptsAllowed: number | null;
  readonly attemptsUsed: number;
  readonly attemptsLeft: number | null;
  readonly counts: Counts;
  readonly shuffle: boolean;
  readonly showScore: QuizRules['showScore'];
  readonly showKey: QuizRules['showKey'];
  readonly preview: boolean;
  readonly open: { readonly attemptId: string; readonly startedAt: Date; readonly deadlineAt: Date | null } | null;
  readonly past: readonly PastAttempt[];
  /** Why past scores are not shown, or the key is not; null where everything is. */
  readonly whyHidden: string | null;
  readonly scoresShown: boolean;
  /** Why no attempt can be started; null where one can, or where one is open to go on with. */
  readonly refusal: { readonly code: StartRefusal; readonly message: string } | null;
}

/** What the start page of a quiz shows to the viewer; null where they have no such quiz. */
export async function getQuizStart(ctx: Ctx, me: Enrolment, quizSlug: string): Promise<QuizStart | null> {
  const quiz = await findQuizInEffect(ctx, me, quizSlug);
  if (!quiz) return null;
  const { row, times } = quiz;
  const attempts = await ctx.sql(ownAttempts, [me.enrolmentId, row.quiz_id, me.previewSince]);
  const release = releaseOf(me, row, ctx.now);
  const shown = scoresShown(release);
  const running = attempts.find((attempt) => attempt.state === 'open');
  const soFar = { questions: row.questions, attemptsUsed: row.used, showKey: row.show_key };
  const code = running ? null : startRefusalOf(times, soFar, release.preview, ctx.now);
  return {
    quizId: row.quiz_id,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    hidden: row.hidden,
    introHtml: row.intro_html,
    beyond: row.beyond,
    lesson: row.lesson_slug && row.lesson_title ? { slug: row.lesson_slug, title: row.lesson_title } : null,
    questions: row.questions,
    points: row.points,
    timeLimitSeconds: times.timeLimitSeconds,
    extended: times.timeLimitSeconds !== row.time_limit_seconds,
    opensAt: times.opensAt,
    closesAt: times.closesAt,
    attemptsAllowed: times.attemptsAllowed,
    attemptsUsed: row.used,
    attemptsLeft: times.attemptsAllowed === null ? null : Math.max(0, times.attemptsAllowed - row.used),
    counts: row.counts,
    shuffle: row.shuffle,
    showScore: row.show_score,
    showKey: row.show_key,
    preview: release.preview,
    open: running
      ? { attemptId: running.attempt_id, startedAt: running.started_at, deadlineAt: running.deadline_at }
      : null,
    past: attempts.flatMap(({ state, ...attempt }) =>
      state === 'open'
        ? []
        : [
            {
              attemptId: attempt.attempt_id,
              n: attempt.n,
              state,
              startedAt: attempt.started_at,
              submittedAt: attempt.submitted_at,
              endedBy: attempt.ended_by,
              points: shown ? attempt.points : null,
              maxPoints: attempt.max_points,
              counts: attempt.counts,
            },
          ],
    ),
    whyHidden: whyHidden(release),
    scoresShown: shown,
    refusal: code && { code, message: START_REFUSALS[code] },
  };
}

/** A quiz in a list, with the viewer's own times and how far they are. */
export interface QuizListed {
  readonly quizId: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: QuizKind;
  readonly hidden: boolean;
  readonly beyond: boolean;
  readonly questions: number;
  readonly points: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
  readonly attemptsUsed: number;
  readonly openAttemptId: string | null;
  readonly rules: QuizRules;
}

/** Every quiz of the viewer's course in the outline's order; staff see hidden ones too. */
export async function listQuizzes(ctx: Ctx, me: Enrolment): Promise<QuizListed[]> {
  const rows = await ctx.sql(quizzesInEffect, [
    me.courseId,
    null,
    me.enrolmentId,
    me.role !== 'student',
    me.previewSince,
  ]);
  return rows.map((row) => {
    const { times } = inEffect(row);
    return {
      quizId: row.quiz_id,
      slug: row.slug,
      title: row.title,
      kind: row.kind,
      hidden: row.hidden,
      beyond: row.beyond,
      questions: row.questions,
      points: row.points,
      opensAt: times.opensAt,
      closesAt: times.closesAt,
      timeLimitSeconds: times.timeLimitSeconds,
      attemptsAllowed: times.attemptsAllowed,
      attemptsUsed: row.used,
      openAttemptId: row.open_id,
      rules: {
        title: row.title,
        attemptsAllowed: row.attempts_allowed,
        counts: row.counts,
        timeLimitSeconds: row.time_limit_seconds,
        shuffle: row.shuffle,
        showScore: row.show_score,
        showKey: row.show_key,
      },
    };
  });
}
