import type { Enrolment } from '@/lib/authz/enrolment';
import { CLEARED } from '@/lib/grading/receipt';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { questionType } from '@/lib/question-types/registry';
import { findQuizInEffect, releaseOf } from '@/lib/quizzes/queries';
import { ownAttempts } from '@/lib/quizzes/quiz.sql';
import { keyShown, scoresShown, whyHidden } from '@/lib/quizzes/rules';
import { receiptRow } from './attempt.sql';
import { drawItem, keepOrigin } from './frozen-items';
import { type OwnAttempt, ownPaper, ownReview } from './paper.sql';
import { questionsOf } from './questions';
import { reviewItems } from './review-items';
import type { AttemptQuiz, AttemptRow, AttemptState, OneAttempt, Paper, Receipt, Review } from './schema';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The receipt of an ended attempt of this enrolment; null where there is none (yet). */
export async function findReceipt(ctx: Ctx, enrolmentId: string, attemptId: string): Promise<Receipt | null> {
  const [row] = await ctx.sql(receiptRow, [attemptId, enrolmentId, CLEARED]);
  if (!row) return null;
  const { submitted_at, ended_by, receipt, items, answered } = row;
  return { attemptId, submittedAt: submitted_at.toISOString(), receipt, items, answered, endedBy: ended_by };
}

/** Where the viewer's attempt stands: state, the database's clock, deadline, what is saved. No question, no score. */
export async function getAttemptState(
  ctx: Ctx,
  me: Enrolment,
  { attempt: attemptId }: OneAttempt,
): Promise<Result<AttemptState, 'not-found'>> {
  const [attempt] = await ctx.sql(ownPaper, [attemptId, me.enrolmentId, me.previewSince, CLEARED]);
  if (!attempt) return refuse('not-found', 'There is nothing here under this address.');
  return done({
    state: attempt.state,
    now: ctx.now.toISOString(),
    deadlineAt: iso(attempt.deadline_at),
    items: attempt.items.map((item) => ({
      itemId: item.item_id,
      eventId: item.event_id ?? '0',
      payload: item.payload ?? null,
      savedAt: iso(item.saved_at),
      flagged: item.flagged,
      clientId: item.client_id,
    })),
    receipt: receiptIn(attempt, attempt.items),
  });
}

/** The viewer's attempt as they answer it; null where they have no such attempt. Holds no key: `toPublic` makes each question. */
export async function getPaper(ctx: Ctx, me: Enrolment, attemptId: string): Promise<Paper | null> {
  const [attempt] = await ctx.sql(ownPaper, [attemptId, me.enrolmentId, me.previewSince, CLEARED]);
  if (!attempt) return null;
  const { seed, items } = attempt;
  const questionOf = await questionsOf(ctx, items);
  if (attempt.state === 'open') {
    for (const { item_id, version_id: versionId } of items) {
      keepOrigin(item_id, { attemptId, enrolmentId: me.enrolmentId, seed, versionId });
    }
  }
  return {
    attemptId,
    courseSlug: me.courseSlug,
    quiz: quizOf(attempt),
    n: attempt.n,
    preview: me.role !== 'student',
    state: attempt.state,
    startedAt: attempt.started_at.toISOString(),
    now: ctx.now.toISOString(),
    deadlineAt: iso(attempt.deadline_at),
    receipt: receiptIn(attempt, items),
    items: items.map((item) => {
      const question = questionOf(item);
      const { type, drawn } = drawItem(question, seed, item.item_id);
      return {
        itemId: item.item_id,
        position: item.position,
        points: item.points,
        stemHtml: question.stemHtml,
        question: questionType(type).toPublic(drawn),
        response: item.payload ?? null,
        eventId: item.event_id ?? '0',
        savedAt: iso(item.saved_at),
        flagged: item.flagged,
      };
    }),
  };
}

const quizOf = (attempt: OwnAttempt): AttemptQuiz => ({
  slug: attempt.quiz_slug,
  title: attempt.quiz_title,
  kind: attempt.quiz_kind,
  beyond: attempt.beyond,
});

/** The receipt as `findReceipt` gives it, of an attempt that was read with its items. */
function receiptIn(
  { attempt_id: attemptId, submitted_at, ended_by: endedBy, receipt }: OwnAttempt,
  items: readonly { readonly answered: boolean }[],
): Receipt | null {
  if (receipt === null || submitted_at === null || endedBy === null) return null;
  const answered = items.filter((item) => item.answered).length;
  return { attemptId, submittedAt: submitted_at.toISOString(), receipt, items: items.length, answered, endedBy };
}

/**
 * The viewer's own attempt afterwards, as far as the quiz's rules show it now; null where they have no such attempt. While it
 * is open, or ended and not yet counted, it shows responses only.
 */
export async function getReview(ctx: Ctx, me: Enrolment, attemptId: string): Promise<Review | null> {
  const [attempt] = await ctx.sql(ownReview, [attemptId, me.enrolmentId, me.previewSince, CLEARED]);
  if (!attempt) return null;
  const release = releaseOf(me, attempt, ctx.now);
  const counted = attempt.state === 'graded' || attempt.state === 'submitted';
  const scores = counted && scoresShown(release);
  const key = counted && keyShown(release);
  return {
    attemptId,
    quiz: quizOf(attempt),
    n: attempt.n,
    preview: release.preview,
    state: attempt.state,
    startedAt: attempt.started_at,
    submittedAt: attempt.submitted_at,
    endedBy: attempt.ended_by,
    receipt: receiptIn(attempt, attempt.items),
    points: scores ? attempt.points : null,
    maxPoints: attempt.max_points,
    scoresShown: scores,
    keyShown: key,
    whyHidden: counted ? whyHidden(release) : UNCOUNTED[attempt.state === 'open' ? 'open' : 'ended'],
    items: await reviewItems(ctx, me, attempt, { scores, key }),
  };
}

const UNCOUNTED = {
  open: 'This attempt is still open. Submit it to see how you did.',
  ended: 'Time is up. What you had saved is being counted; look again in a few seconds.',
} as const;

/** The viewer's own attempts at a quiz of their course, latest first. */
export async function listAttempts(ctx: Ctx, me: Enrolment, quizSlug: string): Promise<AttemptRow[]> {
  const quiz = await findQuizInEffect(ctx, me, quizSlug, { hidden: true });
  if (!quiz) return [];
  const release = releaseOf(me, quiz.row, ctx.now);
  const shown = scoresShown(release);
  const rows = await ctx.sql(ownAttempts, [me.enrolmentId, quiz.row.quiz_id, me.previewSince]);
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    n: row.n,
    state: row.state,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    submittedAt: row.submitted_at,
    endedBy: row.ended_by,
    points: shown ? row.points : null,
    maxPoints: row.max_points,
    whyHidden: shown ? null : whyHidden(release),
    counts: row.counts,
  }));
}
