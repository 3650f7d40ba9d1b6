import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { studentAttempts, studentHead, studentLessons, studentPosts } from './student.sql';

type Staff = EnrolmentAs<'assistant' | 'instructor'>;

/** A student's page: who, progress by lesson, attempts, posts. Null where no such student is in the viewer's course. */
export async function findStudent(ctx: Ctx, me: Staff, enrolmentId: string) {
  const [head] = await ctx.sql(studentHead, [me.courseId, enrolmentId]);
  if (!head) return null;
  const whose = [me.courseId, enrolmentId];
  const [lessons, attempts, posts] = await Promise.all([
    ctx.sql(studentLessons, whose),
    ctx.sql(studentAttempts, whose),
    ctx.sql(studentPosts, whose),
  ]);
  return { ...head, lessons, attempts, posts };
}

export type StudentPage = NonNullable<Awaited<ReturnType<typeof findStudent>>>;
