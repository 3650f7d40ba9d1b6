import type { Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { coursesOf, dueNext, studyDays } from './home.sql';
import { listProgressByEnrolment } from './queries';
import type { LessonProgress } from './rules';

export interface HomeCourse {
  readonly enrolmentId: string;
  readonly role: Role;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  /** Notices unread in this course. */
  readonly unread: number;
  readonly lessons: readonly LessonProgress[];
}

export interface Due {
  readonly course: { readonly slug: string; readonly title: string };
  readonly quiz: { readonly slug: string; readonly title: string };
  /** An attempt that runs now; then `at` is its deadline, null without one. */
  readonly attemptId: string | null;
  readonly at: Date | null;
}

export interface Home {
  readonly courses: readonly HomeCourse[];
  /** What is to be done soon, at most five: attempts that run, then what closes first. */
  readonly due: readonly Due[];
  /** The last seven days, today last: whether they were spent on a course. */
  readonly week: readonly boolean[];
}

/** What the home page shows of somebody's own work. What needs a teacher: lib/gradebook/needs-you. */
export async function getHome(ctx: Ctx, viewer: Viewer): Promise<Home> {
  const rows = await ctx.sql(coursesOf, [viewer.personId]);
  const studying = rows.filter(({ role }) => role === 'student').map((row) => row.enrolment_id);
  const [progress, due, days] = await Promise.all([
    listProgressByEnrolment(
      ctx,
      rows.map((row) => row.enrolment_id),
    ),
    studying.length === 0 ? [] : ctx.sql(dueNext, [studying, ctx.now]),
    studying.length === 0 ? [] : ctx.sql(studyDays, [viewer.personId, viewer.timeZone, ctx.now]),
  ]);
  const studied = new Set(days.map(({ ago }) => ago));
  return {
    courses: rows.map(({ enrolment_id: enrolmentId, ...course }) => ({
      enrolmentId,
      ...course,
      lessons: progress.get(enrolmentId) ?? [],
    })),
    due: due.map((row) => ({
      course: { slug: row.course_slug, title: row.course_title },
      quiz: { slug: row.slug, title: row.title },
      attemptId: row.attempt_id,
      at: row.attempt_id ? row.deadline_at : row.closes_at,
    })),
    week: [6, 5, 4, 3, 2, 1, 0].map((ago) => studied.has(ago)),
  };
}
