import type { SqlCtx } from '@/lib/kernel/ctx';
import { inSqlTransaction } from '@/lib/kernel/transaction';
import { gradeSources, holdGrade, writeGrade } from './grade.sql';
import { type Decision, decide } from './rules';

/** Whose grade to decide anew, and what made it necessary. */
export interface GradeCause {
  readonly quizId: string;
  readonly enrolmentId: string;
  readonly source: 'policy' | 'override' | 'regrade' | 'revert';
  readonly byEnrolmentId?: string;
  readonly reason?: string;
}

/**
 * Decides a student's grade from the graded attempts, the quiz's policy and the override that holds, and writes it with its
 * event. The only writer of grades. Nothing is written where nothing changed, so repeating it is harmless. Returns whether
 * it changed; false too for a quiz without a grade column and for somebody who is no student.
 */
export async function recordGrade(ctx: SqlCtx, cause: GradeCause): Promise<boolean> {
  const { quizId, enrolmentId, source, byEnrolmentId = null, reason = null } = cause;
  return inSqlTransaction(ctx, async (ctx) => {
    const [column] = await ctx.sql(holdGrade, [quizId, enrolmentId]);
    if (!column) return false;
    const [now] = await ctx.sql(gradeSources, [column.column_id, enrolmentId]);
    if (!now) throw new Error(`Grade column ${column.column_id} vanished while it was held.`);
    const { override_points: override } = now;
    const policy = decide(column.counts, now.attempts, column.column_points);
    const decided: Decision | null =
      override === null ? policy : { maxPoints: column.column_points, attemptId: null, ...policy, points: override };
    if (!decided && now.version === null) return false;
    const points = decided?.points ?? null;
    const maxPoints = decided?.maxPoints ?? column.column_points;
    const attemptId = decided?.attemptId ?? null;
    const overridden = override !== null;
    const same =
      now.version !== null &&
      now.points === points &&
      now.max_points === maxPoints &&
      now.attempt_id === attemptId &&
      now.overridden === overridden;
    if (same) return false;
    const version = (now.version ?? 0) + 1;
    await ctx.sql(writeGrade, [
      column.column_id,
      enrolmentId,
      version,
      points,
      maxPoints,
      overridden,
      attemptId,
      source,
      byEnrolmentId,
      reason,
    ]);
    return true;
  });
}
