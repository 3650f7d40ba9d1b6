import type { Enrolment } from '@/lib/authz/enrolment';
import { CLEARED } from '@/lib/grading/receipt';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import type { AnyPublic } from '@/lib/question-types/any-type';
import { questionType } from '@/lib/question-types/registry';
import { findQuizInEffect, releaseOf } from '@/lib/quizzes/queries';
import { ownAttempts } from '@/lib/quizzes/quiz.sql';
import { keyShown, scoresShown, whyHidden } from '@/lib/quizzes/rules';
import { receiptRow } from './attempt.sql';
import { drawItem } from './frozen-items';
import { type CitedRow, currentResponses, type OwnAttempt, ownAttempt, paperItems, reviewItems } from './paper.sql';
import type { AttemptQuiz, AttemptRow, AttemptState, CitationLink, OneAttempt, Paper, Receipt, Review } from './schema';

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
  const [[attempt], items] = await Promise.all([
    ctx.sql(ownAttempt, [attemptId, me.enrolmentId, me.previewSince]),
    ctx.sql(currentResponses, [attemptId]),
  ]);
  if (!attempt) return refuse('not-found', 'There is nothing here under this address.');
  return done({
    state: attempt.state,
    now: ctx.now.toISOString(),
    deadlineAt: iso(attempt.deadline_at),
    items: items.map((item) => ({
      itemId: item.item_id,
      eventId: item.event_id ?? '0',
      payload: item.payload ?? null,
      savedAt: iso(item.saved_at),
      flagged: item.flagged,
      clientId: item.client_id,
    })),
    receipt: attempt.state === 'open' ? null : await findReceipt(ctx, me.enrolmentId, attemptId),
  });
}

/** The viewer's attempt as they answer it; null where they have no such attempt. Holds no key: `toPublic` makes each question. */
export async function getPaper(ctx: Ctx, me: Enrolment, attemptId: string): Promise<Paper | null> {
  const [attempt] = await ctx.sql(ownAttempt, [attemptId, me.enrolmentId, me.previewSince]);
  if (!attempt) return null;
  const items = await ctx.sql(paperItems, [attemptId]);
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
    receipt: attempt.state === 'open' ? null : await findReceipt(ctx, me.enrolmentId, attemptId),
    items: items.map((item) => ({
      itemId: item.item_id,
      position: item.position,
      points: item.points,
      stemHtml: item.stem_html,
      question: publicOf(item, me.enrolmentId, attemptId, attempt.seed),
      response: item.payload ?? null,
      eventId: item.event_id ?? '0',
      savedAt: iso(item.saved_at),
      flagged: item.flagged,
    })),
  };
}

const quizOf = (attempt: OwnAttempt): AttemptQuiz => ({
  slug: attempt.quiz_slug,
  title: attempt.quiz_title,
  kind: attempt.quiz_kind,
  beyond: attempt.beyond,
});

function publicOf(
  item: { item_id: string; version_id: string; type: string; content: unknown },
  enrolmentId: string,
  attemptId: string,
  seed: string,
): AnyPublic {
  const { item_id: itemId, version_id: versionId, type, content } = item;
  const { drawn } = drawItem({ itemId, attemptId, enrolmentId, seed, versionId, type, content });
  return questionType(type).toPublic(drawn);
}

/**
 * The viewer's own attempt afterwards, as far as the quiz's rules show it now; null where they have no such attempt. While it
 * is open, or ended and not yet counted, it shows responses only.
 */
export async function getReview(ctx: Ctx, me: Enrolment, attemptId: string): Promise<Review | null> {
  const [attempt] = await ctx.sql(ownAttempt, [attemptId, me.enrolmentId, me.previewSince]);
  if (!attempt) return null;
  const [quiz, items, receipt] = await Promise.all([
    findQuizInEffect(ctx, me, attempt.quiz_slug, { hidden: true }),
    ctx.sql(reviewItems, [attemptId]),
    findReceipt(ctx, me.enrolmentId, attemptId),
  ]);
  if (!quiz) throw new Error(`Attempt ${attemptId} stands without its quiz.`);
  const release = releaseOf(me, quiz, ctx.now);
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
    receipt,
    points: scores ? attempt.points : null,
    maxPoints: attempt.max_points,
    scoresShown: scores,
    keyShown: key,
    whyHidden: counted ? whyHidden(release) : UNCOUNTED[attempt.state === 'open' ? 'open' : 'ended'],
    items: items.map((item) => {
      const { type, content } = item;
      const stored = {
        itemId: item.item_id,
        attemptId,
        enrolmentId: me.enrolmentId,
        seed: attempt.seed,
        versionId: item.version_id,
        type,
        content,
      };
      const { drawn } = drawItem(stored);
      const payload = item.payload ?? null;
      return {
        itemId: item.item_id,
        position: item.position,
        points: scores ? item.points : null,
        maxPoints: item.max_points,
        stemHtml: item.stem_html,
        review: scores ? questionType(type).feedback(drawn, payload, { revealKey: key }) : null,
        responseText: questionType(type).summarise(drawn, payload),
        explanationHtml: key ? item.explanation_html : null,
        citations: scores ? item.citations.map((citation) => linkOf(me.courseSlug, citation)) : [],
        savedAt: item.saved_at,
      };
    }),
  };
}

const UNCOUNTED = {
  open: 'This attempt is still open. Submit it to see how you did.',
  ended: 'Time is up. What you had saved is being counted; look again in a few seconds.',
} as const;

function linkOf(course: string, cited: CitedRow): CitationLink {
  return {
    lessonId: cited.lesson_id,
    passage: cited.passage,
    label: cited.number,
    href: `/courses/${course}/lessons/${cited.lesson}?cited=${cited.passage}#${cited.passage}`,
    quoteText: cited.quote || cited.text,
  };
}

/** The viewer's own attempts at a quiz of their course, latest first. */
export async function listAttempts(ctx: Ctx, me: Enrolment, quizSlug: string): Promise<AttemptRow[]> {
  const quiz = await findQuizInEffect(ctx, me, quizSlug, { hidden: true });
  if (!quiz) return [];
  const release = releaseOf(me, quiz, ctx.now);
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
