import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import type { GrantExtension } from '@/lib/quizzes/schema';
import { moveDeadlines } from './move-deadlines';

/**
 * Gives one student other times or more attempts at a quiz; what was granted before is replaced, and by nothing at all taken
 * back. A running attempt gets its new deadline at once; one whose time was up stays ended.
 */
export async function grantExtension(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { quiz: slug, enrolmentId, opensAt, closesAt, reason, ...allowance }: GrantExtension,
): Promise<Result<{ deadlinesMoved: number; withdrawn: boolean }, 'not-found' | 'no-student'>> {
  return inTransaction(ctx, async (ctx) => {
    const quiz = await ctx.db.quiz.findUnique({ where: { courseId_slug: { courseId: me.courseId, slug } } });
    if (!quiz) return refuse('not-found', 'There is nothing here under this address.');
    const student = await ctx.db.enrolment.findFirst({
      where: { id: enrolmentId, courseId: me.courseId, role: 'student', endedAt: null },
    });
    if (!student) return refuse('no-student', 'This person is not a student of the course (any more).');
    const granted = {
      ...allowance,
      reason,
      opensAt: opensAt === null ? null : new Date(opensAt),
      closesAt: closesAt === null ? null : new Date(closesAt),
    };
    const { extraSeconds, factor, extraAttempts } = allowance;
    const withdrawn = !opensAt && !closesAt && extraSeconds === 0 && factor === 1 && extraAttempts === 0;
    if (withdrawn) await ctx.db.quizException.deleteMany({ where: { quizId: quiz.id, enrolmentId } });
    else
      await ctx.db.quizException.upsert({
        where: { quizId_enrolmentId: { quizId: quiz.id, enrolmentId } },
        update: granted,
        create: { id: ctx.newId(), quizId: quiz.id, enrolmentId, createdAt: ctx.now, ...granted },
      });
    const deadlinesMoved = await moveDeadlines(ctx, me.courseId, slug, enrolmentId);
    await recordAct(ctx, {
      act: withdrawn ? 'quiz.extension-withdrawn' : 'quiz.extension-granted',
      actorId: me.personId,
      courseId: me.courseId,
      subject: { type: 'quiz', id: quiz.id },
      detail: { enrolmentId, opensAt, closesAt, reason, ...allowance, deadlinesMoved },
    });
    return done({ deadlinesMoved, withdrawn });
  });
}
