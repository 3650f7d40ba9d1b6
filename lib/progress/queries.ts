import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { type LessonProgressRow, lessonProgress } from './lesson-progress.sql';
import { type LessonProgress, type Place, placeToContinue } from './rules';

type Reader = Pick<Enrolment, 'enrolmentId' | 'previewSince'>;

const toProgress = (row: LessonProgressRow): LessonProgress => ({
  lessonId: row.lesson_id,
  slug: row.slug,
  title: row.title,
  position: row.position,
  hidden: row.hidden,
  passages: row.keys.map((key, i) => ({ key, readAt: row.read_at[i] ?? null, length: row.lengths[i] ?? 0 })),
  check: row.check_slug === null ? null : { slug: row.check_slug, ended: row.ended, running: row.running },
});

/** Every lesson of the course as the reader stands to it, in order. Staff get hidden lessons too. */
export async function listLessonProgress(ctx: Ctx, me: Reader): Promise<LessonProgress[]> {
  const rows = await ctx.sql(lessonProgress, [[me.enrolmentId], ctx.now, me.previewSince]);
  return rows.map(toProgress);
}

/** The same for several enrolments of one person, by enrolment id: the home page. */
export async function listProgressByEnrolment(
  ctx: Ctx,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LessonProgress[]>> {
  const rows = enrolmentIds.length === 0 ? [] : await ctx.sql(lessonProgress, [enrolmentIds, ctx.now, null]);
  const found = new Map<string, LessonProgress[]>(enrolmentIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.enrolment_id)?.push(toProgress(row));
  return found;
}

/** Where this reader goes on in the course. */
export async function continueWhere(ctx: Ctx, me: Reader): Promise<Place> {
  return placeToContinue(await listLessonProgress(ctx, me));
}
