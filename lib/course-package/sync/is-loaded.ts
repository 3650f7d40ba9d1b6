import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';

const lastSync = statement(
  'last_course_sync',
  z.object({ fingerprint: z.string().nullable() }),
  `select a.detail->>'fingerprint' as fingerprint from audit a join course c on c.id = a.course_id
   where c.key = $1::text and a.act = 'course.synced' order by a.id desc limit 1`,
);

/** Whether the last sync of this course was of a text with this fingerprint. */
export async function isLoaded(ctx: Pick<Ctx, 'sql'>, courseKey: string, fingerprint: string): Promise<boolean> {
  const [last] = await ctx.sql(lastSync, [courseKey]);
  return last?.fingerprint === fingerprint;
}
