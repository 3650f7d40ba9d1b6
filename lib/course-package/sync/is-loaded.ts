import type { Ctx } from '@/lib/kernel/ctx';

/** Whether the last sync of this course was of a text with this fingerprint. */
export async function isLoaded(ctx: Ctx, courseKey: string, fingerprint: string): Promise<boolean> {
  const course = await ctx.db.course.findUnique({ where: { key: courseKey }, select: { id: true } });
  if (!course) return false;
  const last = await ctx.db.audit.findFirst({
    where: { courseId: course.id, act: 'course.synced' },
    orderBy: { id: 'desc' },
    select: { detail: true },
  });
  return (last?.detail as { fingerprint?: unknown } | undefined)?.fingerprint === fingerprint;
}
