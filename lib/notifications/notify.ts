import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import { ring } from '@/lib/live/ring';

/** Whom to tell what. `event` names what happened, once: "graded:<attempt id>"; a second notice of it is not made. */
export interface Notice {
  readonly enrolmentId: string;
  readonly reason: 'replied' | 'graded' | 'announced';
  readonly event: string;
  readonly threadId?: string;
  readonly postId?: string;
  readonly attemptId?: string;
}

const insertNotice = statement(
  'insert_notice',
  z.object({ person_id: z.string().nullable() }),
  `with made as (
     insert into notification (id, enrolment_id, reason, event, thread_id, post_id, attempt_id, created_at)
     values ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6::uuid, $7::uuid, $8::timestamptz)
     on conflict (enrolment_id, event) do nothing returning enrolment_id)
   select e.person_id from made join enrolment e on e.id = made.enrolment_id`,
);

/** Puts a notice into somebody's inbox and rings their bell, both with the caller's transaction. Repeating it is harmless. */
export async function notify(ctx: Ctx, notice: Notice): Promise<void> {
  const { enrolmentId, reason, event, threadId = null, postId = null, attemptId = null } = notice;
  const [made] = await ctx.sql(insertNotice, [
    ctx.newId(),
    enrolmentId,
    reason,
    event,
    threadId,
    postId,
    attemptId,
    ctx.now,
  ]);
  if (made?.person_id) await ring(ctx, `inbox:${made.person_id}`);
}
