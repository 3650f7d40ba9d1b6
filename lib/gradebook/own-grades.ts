import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { ownGrades } from './own-grades.sql';
import { totalOf } from './rules';
import { studentAttempts } from './student.sql';

/** The viewer's own grades, each with the attempts it came from and the rule that chose among them. */
export async function getOwnGrades(ctx: Ctx, me: EnrolmentAs<Role>) {
  const { previewSince } = me;
  const whose = [me.courseId, me.enrolmentId];
  const [grades, attempts] = await Promise.all([ctx.sql(ownGrades, whose), ctx.sql(studentAttempts, whose)]);
  const rows = grades.map((grade) => ({
    ...grade,
    attempts: attempts
      .filter((attempt) => attempt.quiz_slug === grade.quiz_slug)
      // A preview begins afresh.
      .filter((attempt) => previewSince === null || attempt.started_at >= previewSince)
      .map((attempt) => (grade.held ? { ...attempt, points: null } : attempt))
      .toReversed(),
  }));
  const graded = rows.filter((row) => row.points !== null);
  return {
    rows,
    total: totalOf(graded.map((row) => row.points)),
    of: graded.reduce((sum, row) => sum + row.max_points, 0),
  };
}

export type OwnGrades = Awaited<ReturnType<typeof getOwnGrades>>;
