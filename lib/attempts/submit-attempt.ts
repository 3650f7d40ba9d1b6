import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { endAttempt } from './end-attempt';
import { findReceipt } from './queries';
import type { OneAttempt, Receipt } from './schema';

/**
 * Submits an attempt: what is saved by now is what counts. Returns the receipt, and the same one however often it is asked;
 * an attempt that ended at its deadline says so in it.
 */
export async function submitAttempt(
  ctx: Ctx,
  me: Enrolment,
  { attempt }: OneAttempt,
): Promise<Result<Receipt, 'not-found'>> {
  const ended = await endAttempt(ctx, { attemptId: attempt, enrolmentId: me.enrolmentId });
  const receipt = ended ?? (await findReceipt(ctx, me.enrolmentId, attempt));
  return receipt ? done(receipt) : refuse('not-found', 'There is nothing here under this address.');
}
