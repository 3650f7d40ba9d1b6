import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { newSeed } from '@/lib/kernel/random';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { ring } from '@/lib/live/ring';
import { random, shuffle } from '@/lib/question-types/random';
import { findQuizInEffect, type QuizInEffect } from '@/lib/quizzes/queries';
import { deadlineOf, START_REFUSALS, startRefusalOf } from '@/lib/quizzes/rules';
import type { StartRefusal } from '@/lib/quizzes/schema';
import { freezeAttempt, itemsToFreeze } from './attempt.sql';
import { endAttempt } from './end-attempt';
import type { StartAttempt, Started } from './schema';

/**
 * Starts an attempt at a quiz, or goes on with the one that is open. From here on its questions, their order and its deadline
 * stand still. However many tabs start at once, one attempt comes of it. By staff it is a preview: never counted, no limits; or,
 * while they see the course as a student does, a student's limits, counted afresh.
 */
export async function startAttempt(
  ctx: Ctx,
  me: Enrolment,
  { quiz }: StartAttempt,
): Promise<Result<Started, 'not-found' | StartRefusal>> {
  // Another start, the closer or a submit may come between looking and writing; then we look again.
  for (let tries = 0; tries < 5; tries++) {
    const found = await findQuizInEffect(ctx, me, quiz);
    if (!found) return refuse('not-found', 'There is nothing here under this address.');
    const { row, times } = found;
    if (row.open_id) {
      const overdue = row.open_deadline_at !== null && row.open_deadline_at < ctx.now;
      if (!overdue) return done({ attemptId: row.open_id });
      await endAttempt(ctx, { attemptId: row.open_id, enrolmentId: me.enrolmentId });
      continue;
    }
    const soFar = { questions: row.questions, attemptsUsed: row.used, showKey: row.show_key };
    const refusal = startRefusalOf(times, soFar, me.role !== 'student', ctx.now);
    if (refusal) return refuse(refusal, START_REFUSALS[refusal]);
    const attemptId = await freeze(ctx, me, found);
    if (attemptId) {
      await ring(ctx, `attempts:${row.quiz_id}`);
      return done({ attemptId });
    }
  }
  throw new Error(`Starting an attempt at ${quiz} lost against others five times over.`);
}

async function freeze(ctx: Ctx, me: Enrolment, { row, times }: QuizInEffect): Promise<string | null> {
  const items = await ctx.sql(itemsToFreeze, [row.version_id]);
  const seed = newSeed();
  const inOrder = row.shuffle ? shuffle(items, random(seed)) : items;
  const frozen = inOrder.map((item, index) => ({ id: ctx.newId(), position: index + 1, ...item }));
  const [started] = await ctx.sql(freezeAttempt, [
    ctx.newId(),
    me.enrolmentId,
    row.quiz_id,
    row.version_id,
    row.last_n + 1,
    seed,
    me.role === 'student' ? deadlineOf(times, ctx.now) : null,
    items.reduce((sum, item) => sum + item.points, 0),
    JSON.stringify(frozen),
  ]);
  return started?.attempt_id ?? null;
}
