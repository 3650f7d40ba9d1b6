import { z } from 'zod';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { statement } from '@/lib/kernel/sql';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { isStaff } from './rules';
import type { MarkAllThreadsRead, MarkThreadRead } from './schema';
import { seenBy } from './seen';

const seen = seenBy({ me: '$2', group: '$3', staff: '$4' });

/** $1 course, $2 enrolment, $3 group, $4 staff, $5 thread, $6 up to. Never back, and never beyond the thread's last post. */
const readUpTo = statement(
  'read_up_to',
  z.object({ read_at: z.coerce.date() }),
  `insert into read_state (enrolment_id, thread_id, read_at)
   select $2::uuid, t.id, least($6::timestamptz, t.last_post_at) from thread t
   where t.id = $5::uuid and t.course_id = $1::uuid and ${seen}
   on conflict (enrolment_id, thread_id) do update set read_at = greatest(read_state.read_at, excluded.read_at)
   returning read_at`,
);
/** $1 enrolment, $2 thread, $3 up to, $4 now. Notices that led to what has now been read. */
const readNotices = statement(
  'read_notices',
  z.object({ id: z.string() }),
  `update notification n set read_at = $4::timestamptz from post p
   where n.enrolment_id = $1::uuid and n.thread_id = $2::uuid and n.read_at is null
     and p.id = n.post_id and p.created_at <= $3::timestamptz returning n.id`,
);
/** $1 course, $2 enrolment, $3 group, $4 staff. */
const readAll = statement(
  'read_all_threads',
  z.object({ thread_id: z.string() }),
  `insert into read_state (enrolment_id, thread_id, read_at)
   select $2::uuid, t.id, t.last_post_at from thread t where t.course_id = $1::uuid and ${seen}
   on conflict (enrolment_id, thread_id) do update set read_at = excluded.read_at
     where read_state.read_at < excluded.read_at
   returning thread_id`,
);

/** Notes that the posts up to a moment have been seen, and with them the notices about them. */
export async function markThreadRead(
  ctx: Ctx,
  me: Enrolment,
  { thread, upTo }: MarkThreadRead,
): Promise<Result<{ readAt: Date }, 'not-found'>> {
  return inTransaction(ctx, async (ctx) => {
    const [state] = await ctx.sql(readUpTo, [...whose(me), thread, upTo]);
    if (!state) return refuse('not-found', 'There is no such thread.');
    const notices = await ctx.sql(readNotices, [me.enrolmentId, thread, state.read_at, ctx.now]);
    if (notices.length > 0) await ring(ctx, `inbox:${me.personId}`);
    return done({ readAt: state.read_at });
  });
}

/** Notes that everything in the course's threads has been seen. Notices in the inbox are left as they are. */
export async function markAllThreadsRead(
  ctx: Ctx,
  me: Enrolment,
  _: MarkAllThreadsRead,
): Promise<Result<{ threads: number }>> {
  return done({ threads: (await ctx.sql(readAll, whose(me))).length });
}

const whose = (me: Enrolment) => [me.courseId, me.enrolmentId, me.groupId, isStaff(me)] as const;
