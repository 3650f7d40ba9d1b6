import type { Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { home } from './home.sql';
import { lessonsAsRead } from './lesson-progress';
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
export async function getHome(ctx: Ctx, viewer: Pick<Viewer, 'personId' | 'timeZone'>): Promise<Home> {
  const [row] = await ctx.sql(home, [viewer.personId, ctx.now, viewer.timeZone]);
  if (!row) throw new Error('one row, whoever asks');
  const lessons = await lessonsAsRead(ctx, row);
  return {
    courses: row.courses.map(({ enrolment_id: enrolmentId, ...course }) => ({
      enrolmentId,
      ...course,
      lessons: lessons.get(enrolmentId) ?? [],
    })),
    due: row.due.map((due) => ({
      course: { slug: due.course_slug, title: due.course_title },
      quiz: { slug: due.slug, title: due.title },
      attemptId: due.attempt_id,
      at: due.attempt_id ? due.deadline_at : due.closes_at,
    })),
    week: [6, 5, 4, 3, 2, 1, 0].map((ago) => row.days.includes(ago)),
  };
}
