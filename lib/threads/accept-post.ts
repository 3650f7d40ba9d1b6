import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { lockedThread } from './post.sql';
import { isStaff, mayAccept } from './rules';
import type { AcceptPost } from './schema';

/** Says which post answers the question, or that none does any more. */
export async function acceptPost(
  ctx: Ctx,
  me: Enrolment,
  input: AcceptPost,
): Promise<Result<{ postId: string | null }, 'not-found' | 'not-allowed'>> {
  return inTransaction(ctx, async (ctx) => {
    const [thread] = await ctx.sql(lockedThread, [me.courseId, me.enrolmentId, me.groupId, isStaff(me), input.thread]);
    if (!thread) return refuse('not-found', 'This thread is not there any more.');
    if (!mayAccept(me, { kind: thread.kind, authorId: thread.author_id, locked: thread.locked })) {
      return refuse('not-allowed', 'Who asked the question, or staff, say which post answers it.');
    }
    const post = input.post
      ? await ctx.db.post.findFirst({
          where: { id: input.post, threadId: thread.id, deletedAt: null, hiddenAt: null },
        })
      : null;
    if (input.post && (!post || post.id === thread.opening_id)) {
      return refuse('not-found', 'This post cannot be accepted: it is gone, hidden, or the question itself.');
    }
    await ctx.db.thread.update({ where: { id: thread.id }, data: { acceptedPostId: input.post } });
    await ring(ctx, `thread:${thread.id}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done({ postId: input.post });
  });
}
