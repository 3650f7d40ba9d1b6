import type { Ctx } from '@/lib/kernel/ctx';
import { recordGrade } from './record-grade';

/**
 * Decides every grade of a quiz anew, after its policy or its points changed. `byEnrolmentId`: who changed them; left out where
 * the course's text did. Returns how many grades changed.
 */
export async function decideAgain(
  ctx: Ctx,
  quizId: string,
  cause: { readonly reason: string; readonly byEnrolmentId?: string },
): Promise<number> {
  const graded = await ctx.db.attempt.groupBy({
    by: ['enrolmentId'],
    where: { quizId, state: 'graded' },
    orderBy: { enrolmentId: 'asc' },
  });
  let changed = 0;
  for (const { enrolmentId } of graded) {
    if (await recordGrade(ctx, { quizId, enrolmentId, source: 'policy', ...cause })) changed++;
  }
  return changed;
}
