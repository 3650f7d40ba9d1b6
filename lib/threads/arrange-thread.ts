import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { lockedThread } from './post.sql';
import { mayLock, mayPin } from './rules';
import type { ArrangeThread } from './schema';

const ACTS = {
  pin: 'thread.pinned',
  unpin: 'thread.unpinned',
  lock: 'thread.locked',
  unlock: 'thread.unlocked',
} as const;

/** Pins a thread to the head of the list, closes it for students, or the reverse. Audited; doing it twice is harmless. */
export async function arrangeThread(
  ctx: Ctx,
  me: EnrolmentAs<'assistant' | 'instructor'>,
  { thread: threadId, change }: ArrangeThread,
): Promise<Result<null, 'not-found' | 'not-allowed'>> {
  return inTransaction(ctx, async (ctx) => {
    const [thread] = await ctx.sql(lockedThread, [me.courseId, me.enrolmentId, me.groupId, true, threadId]);
    if (!thread) return refuse('not-found', 'This thread is not there any more.');
    const pinning = change === 'pin' || change === 'unpin';
    if (!(pinning ? mayPin(me) : mayLock(me))) return refuse('not-allowed', 'Instructors pin threads.');
    const on = change === 'pin' || change === 'lock';
    if ((pinning ? thread.pinned : thread.locked) === on) return done(null);
    const at = on ? ctx.now : null;
    await ctx.db.thread.update({ where: { id: threadId }, data: pinning ? { pinnedAt: at } : { lockedAt: at } });
    await recordAct(ctx, {
      act: ACTS[change],
      actorId: me.personId,
      courseId: me.courseId,
      subject: { type: 'thread', id: threadId },
    });
    await ring(ctx, `thread:${threadId}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done(null);
  });
}
