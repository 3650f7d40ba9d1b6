import { z } from 'zod';
import type { SqlCtx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import { LIVE_CHANNEL } from '@/lib/live/ring';

/** Whom to tell what. `event` names what happened, once: "graded:<attempt id>"; a second notice of it is not made. */
export interface Notice {
  readonly enrolmentId: string;
  readonly reason: 'replied' | 'graded' | 'announced';
  readonly event: string;
  readonly threadId?: string;
  readonly postId?: string;
  readonly attemptId?: string;
}

/** $1 id, $2 enrolment, $3 reason, $4 event, $5 thread, $6 post, $7 attempt, $8 now, $9 the bell's channel. */
const insertNotice = statement(
  'insert_notice',
  z.object({ rung: z.string() }),
  `with made as (
     insert into notification (id, enrolment_id, reason, event, thread_id, post_id, attempt_id, created_at)
     values ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6::uuid, $7::uuid, $8::timestamptz)
     on conflict (enrolment_id, event) do nothing returning enrolment_id)
   select coalesce(pg_notify($9::text, 'inbox:' || e.person_id)::text, '') as rung
   from made join enrolment e on e.id = made.enrolment_id where e.person_id is not null`,
);

/** Puts a notice into somebody's inbox and rings their bell, both with the caller's transaction. Repeating it is harmless. */
export async function notify(ctx: SqlCtx, notice: Notice): Promise<void> {
  const { enrolmentId, reason, event, threadId = null, postId = null, attemptId = null } = notice;
  await ctx.sql(insertNotice, [
    ctx.newId(),
    enrolmentId,
    reason,
    event,
    threadId,
    postId,
    attemptId,
    ctx.now,
    LIVE_CHANNEL,
  ]);
}
