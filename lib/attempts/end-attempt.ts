import { scoreAttempt } from '@/lib/grading/score-attempt';
import type { SqlCtx } from '@/lib/kernel/ctx';
import { inSqlTransaction } from '@/lib/kernel/transaction';
import { LIVE_CHANNEL } from '@/lib/live/ring';
import { endOpen } from './attempt.sql';
import type { Receipt } from './schema';

/**
 * Ends an open attempt and counts what it holds, in one transaction; by the one path that submit, the closer and the next
 * start all take. Past its deadline it ended there, whoever ends it. Returns its receipt; null where it was not open any more.
 */
export async function endAttempt(
  ctx: SqlCtx,
  { attemptId, enrolmentId }: { readonly attemptId: string; readonly enrolmentId: string | null },
): Promise<Receipt | null> {
  return inSqlTransaction(ctx, async (ctx) => {
    const [ended] = await ctx.sql(endOpen, [attemptId, enrolmentId, 'student', LIVE_CHANNEL]);
    if (!ended) return null;
    const { receipt, items, answered } = await scoreAttempt(ctx, attemptId);
    const submittedAt = ended.submitted_at.toISOString();
    return { attemptId, submittedAt, receipt, items, answered, endedBy: ended.ended_by };
  });
}
