import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import { LIVE_CHANNEL } from '@/lib/live/ring';

/** $1 thread, $2 post, $3 now, $4 enrolments, $5 new ids, $6 the bell's channel. One notice an enrolment, and each inbox rings. */
const announce = statement(
  'notify_course',
  z.object({ rung: z.string() }),
  `with told as (
     insert into notification (id, enrolment_id, reason, event, thread_id, post_id, created_at)
     select n.id::uuid, n.enrolment::uuid, 'announced', 'announced:' || $1::text, $1::uuid, $2::uuid, $3::timestamptz
     from unnest($4::text[], $5::text[]) as n (enrolment, id)
     on conflict (enrolment_id, event) do nothing returning enrolment_id)
   select coalesce(pg_notify($6::text, 'inbox:' || e.person_id)::text, '') as rung
   from told join enrolment e on e.id = told.enrolment_id where e.person_id is not null`,
);

/** Tells everybody in a course, but its author, of an announcement: once each, when the transaction commits. */
export async function notifyCourse(
  ctx: Ctx,
  { courseId, except, threadId, postId }: { courseId: string; except: string; threadId: string; postId: string },
): Promise<void> {
  const told = await ctx.db.enrolment.findMany({
    where: { courseId, endedAt: null, id: { not: except } },
    select: { id: true },
  });
  const enrolments = told.map(({ id }) => id);
  await ctx.sql(announce, [threadId, postId, ctx.now, enrolments, enrolments.map(() => ctx.newId()), LIVE_CHANNEL]);
}
