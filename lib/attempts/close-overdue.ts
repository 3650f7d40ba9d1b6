import { scoreAttempt } from '@/lib/grading/score-attempt';
import type { SqlCtx } from '@/lib/kernel/ctx';
import { logFault } from '@/lib/kernel/log';
import { inSqlTransaction } from '@/lib/kernel/transaction';
import { notify } from '@/lib/notifications/notify';
import { holdToClose, toAnnounce, toClose } from './attempt.sql';
import { endAttempt } from './end-attempt';
import { GRACE_SECONDS } from './schema';

/** What a round of the closer did. */
export interface Closed {
  readonly ended: number;
  readonly graded: number;
  readonly announced: number;
}

/**
 * One round of the closer: ends attempts whose time is up with what was saved, scores those that scoring failed on before, and
 * tells students whose scores a close has released. Any number of processes may run it; each attempt is ended once. A fault
 * with one attempt is logged and does not keep the others waiting.
 */
export async function closeOverdue(ctx: SqlCtx): Promise<Closed> {
  let [ended, graded] = [0, 0];
  for (const { attempt_id } of await ctx.sql(toClose, [GRACE_SECONDS])) {
    const was = await closeOne(ctx, attempt_id).catch((error: unknown) => logFault(error, 'closeOverdue') && null);
    if (was === 'open') ended++;
    if (was === 'ended') graded++;
  }
  const waiting = await ctx.sql(toAnnounce);
  for (const { attempt_id: attemptId, enrolment_id: enrolmentId } of waiting) {
    await inSqlTransaction(ctx, (ctx) =>
      notify(ctx, { enrolmentId, reason: 'graded', event: `graded:${attemptId}`, attemptId }),
    );
  }
  return { ended, graded, announced: waiting.length };
}

async function closeOne(ctx: SqlCtx, attemptId: string): Promise<'open' | 'ended' | null> {
  return inSqlTransaction(ctx, async (ctx) => {
    const [held] = await ctx.sql(holdToClose, [GRACE_SECONDS, attemptId]);
    if (!held) return null;
    if (held.open) await endAttempt(ctx, { attemptId, enrolmentId: null });
    else await scoreAttempt(ctx, attemptId);
    return held.open ? 'open' : 'ended';
  });
}
