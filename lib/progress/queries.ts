import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { lessonsAsRead } from './lesson-progress';
import { lessonProgress } from './lesson-progress.sql';
import { type LessonProgress, type Place, placeToContinue } from './rules';

type Reader = Pick<Enrolment, 'enrolmentId' | 'previewSince'>;

/** Every lesson of the course as the reader stands to it, in order. Staff get hidden lessons too. */
export async function listLessonProgress(ctx: Ctx, me: Reader): Promise<readonly LessonProgress[]> {
  const [row] = await ctx.sql(lessonProgress, [[me.enrolmentId], ctx.now, me.previewSince]);
  return row ? ((await lessonsAsRead(ctx, row)).get(me.enrolmentId) ?? []) : [];
}

/** Where this reader goes on in the course. */
export async function continueWhere(ctx: Ctx, me: Reader): Promise<Place> {
  return placeToContinue(await listLessonProgress(ctx, me));
}
