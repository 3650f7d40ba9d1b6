import type { Ctx } from '@/lib/kernel/ctx';
import { logFault } from '@/lib/kernel/log';
import { notify } from '@/lib/notifications/notify';
import { type CountedItem, countedItems, endedAttempt, writeScores } from './counted.sql';
import { receiptOf } from './receipt';
import { recordGrade } from './record-grade';
import { totalOf } from './rules';
import { type ItemScore, SCORER_VERSION, scoreItem } from './score-item';

/**
 * Counts what an ended attempt holds: its receipt, a score an item, the total, the grade, and the notice. The only writer of
 * automatic scores. The caller holds the transaction and the attempt's row. Where scoring itself fails (a fault of ours) the
 * attempt stays ended and receipted, and the closer tries again: a student's submit must not fail for it.
 */
export async function scoreAttempt(ctx: Ctx, attemptId: string): Promise<void> {
  const [attempt] = await ctx.sql(endedAttempt, [attemptId]);
  if (!attempt) throw new Error(`Attempt ${attemptId} has not ended: there is nothing to score.`);
  const items = await ctx.sql(countedItems, [attemptId]);
  const scores = tryScore(attempt.seed, items);
  const total = scores ? totalOf(scores.map((score) => score.points)) : null;
  await ctx.sql(writeScores, [
    attemptId,
    JSON.stringify(scores ? rowsOf(items, scores) : []),
    receiptOf(attemptId, items),
    total,
    scores === null,
    SCORER_VERSION,
  ]);
  // An attempt by staff is a preview: scored, so that its review can be looked at, and never graded.
  if (total === null || attempt.role !== 'student') return;
  await recordGrade(ctx, { quizId: attempt.quiz_id, enrolmentId: attempt.enrolment_id, source: 'policy' });
  if (attempt.scores_shown) {
    await notify(ctx, { enrolmentId: attempt.enrolment_id, reason: 'graded', event: `graded:${attemptId}`, attemptId });
  }
}

function tryScore(seed: string, items: readonly CountedItem[]): ItemScore[] | null {
  try {
    return items.map((item) => scoreItem(seed, item));
  } catch (error) {
    logFault(error, 'scoreAttempt');
    return null;
  }
}

const rowsOf = (items: readonly CountedItem[], scores: readonly ItemScore[]) =>
  items.map((item, index) => ({
    item_id: item.item_id,
    version_id: item.version_id,
    outcome: scores[index]?.outcome,
    fraction: scores[index]?.fraction,
    points: scores[index]?.points,
    max_points: item.points,
    event_id: item.event_id,
    position: item.position,
  }));
