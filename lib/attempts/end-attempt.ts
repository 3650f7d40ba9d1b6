import { scoreAttempt } from '@/lib/grading/score-attempt';
import type { Ctx } from '@/lib/kernel/ctx';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { endOpen } from './attempt.sql';

/**
 * Ends an open attempt and counts what it holds, in one transaction; by the one path that submit, the closer and the next
 * start all take. Past its deadline it ended there, whoever ends it. Returns false where it was not open any more.
 */
export async function endAttempt(
  ctx: Ctx,
  { attemptId, enrolmentId }: { readonly attemptId: string; readonly enrolmentId: string | null },
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const [ended] = await ctx.sql(endOpen, [attemptId, enrolmentId, 'student']);
    if (!ended) return false;
    await scoreAttempt(ctx, attemptId);
    await ring(ctx, `attempts:${ended.quiz_id}`);
    return true;
  });
}
