import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { forgetText } from './kept-texts';
import { factsOf, lockPost, noPost, notYours } from './lock-post';
import { mayDelete } from './rules';
import type { OnePost } from './schema';

/**
 * Takes one's own post away: a line in its place says so, its words reach nobody any more, and replies to it stay. Notices that
 * led to it go with it.
 */
export async function deletePost(
  ctx: Ctx,
  me: Enrolment,
  input: OnePost,
): Promise<Result<{ threadId: string; threadGone: boolean }, 'not-found' | 'not-allowed'>> {
  return inTransaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, me, input.post);
    if (!post) return noPost();
    if (!mayDelete(me, factsOf(post))) return notYours('Only its author deletes a post, while its thread is open.');
    const { id: postId, thread_id: threadId } = post;
    await ctx.db.post.update({ where: { id: postId }, data: { deletedAt: ctx.now } });
    await ctx.db.notification.deleteMany({ where: { postId } });
    await ctx.db.thread.update({
      where: { id: threadId },
      data: { postCount: { decrement: 1 }, ...(post.accepted === postId && { acceptedPostId: null }) },
    });
    forgetText(post);
    const left = await ctx.db.post.count({ where: { threadId, deletedAt: null } });
    await ring(ctx, `thread:${threadId}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done({ threadId, threadGone: left === 0 });
  });
}
