import type { z } from 'zod';
import type { SqlCtx } from '@/lib/kernel/ctx';
import { logFault } from '@/lib/kernel/log';
import { notify } from '@/lib/notifications/notify';
import type { AnyContent } from '@/lib/question-types/any-type';
import { readContents } from './contents';
import { type CountedItem, endedAttempt, writeScores } from './counted.sql';
import { CLEARED, receiptOf } from './receipt';
import { recordGrade } from './record-grade';
import { totalOf } from './rules';
import { type ItemScore, SCORER_VERSION, scoreItem } from './score-item';

/** What the receipt of an attempt says of its items. */
export interface Counted {
  readonly receipt: string;
  readonly items: number;
  readonly answered: number;
}

/**
 * Counts what an ended attempt holds: its receipt, a score an item, the total, the grade, and the notice. The only writer of
 * automatic scores. The caller holds the transaction and the attempt's row. Where scoring itself fails (a fault of ours) the
 * attempt stays ended and receipted, and the closer tries again: a student's submit must not fail for it.
 */
export async function scoreAttempt(ctx: SqlCtx, attemptId: string): Promise<Counted> {
  const [attempt] = await ctx.sql(endedAttempt, [attemptId]);
  if (!attempt) throw new Error(`Attempt ${attemptId} has not ended: there is nothing to score.`);
  const { items } = attempt;
  const scores = tryScore(attempt.seed, items, await readContents(ctx, items));
  const total = scores ? totalOf(scores.map((score) => score.points)) : null;
  const receipt = receiptOf(attemptId, items);
  await ctx.sql(writeScores, [
    attemptId,
    JSON.stringify(scores ? rowsOf(items, scores) : []),
    receipt,
    total,
    scores === null,
    SCORER_VERSION,
  ]);
  // An attempt by staff is a preview: scored, so that its review can be looked at, and never graded.
  if (total !== null && attempt.role === 'student') await gradeAndTell(ctx, attempt);
  const answered = items.filter(({ payload_hash }) => payload_hash !== null && payload_hash !== CLEARED).length;
  return { receipt, items: items.length, answered };
}

async function gradeAndTell(ctx: SqlCtx, attempt: z.infer<(typeof endedAttempt)['row']>): Promise<void> {
  const { attempt_id: attemptId, quiz_id: quizId, enrolment_id: enrolmentId } = attempt;
  await recordGrade(ctx, { quizId, enrolmentId, source: 'policy' });
  if (attempt.scores_shown)
    await notify(ctx, { enrolmentId, reason: 'graded', event: `graded:${attemptId}`, attemptId });
}

function tryScore(
  seed: string,
  items: readonly CountedItem[],
  contentOf: (item: CountedItem) => AnyContent,
): ItemScore[] | null {
  try {
    return items.map((item) => scoreItem(seed, item, contentOf(item)));
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
