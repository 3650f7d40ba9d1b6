import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { notify } from '@/lib/notifications/notify';
import { renderPost } from '@/lib/passages/markdown';
import { idOf } from './once';
import { lockedThread } from './post.sql';
import { isStaff, mayWrite } from './rules';
import type { CreatePost } from './schema';
import { writesTooMuch } from './written-lately';

/** Writes a post: of the first level, or a reply to one of those. Sent twice, it is written once. */
export async function createPost(
  ctx: Ctx,
  me: Enrolment,
  input: CreatePost,
): Promise<Result<{ postId: string }, 'not-found' | 'locked' | 'too-deep' | 'too-many'>> {
  const postId = idOf('post', me.enrolmentId, input.thread, input.parent ?? '', input.once, input.markdown);
  const html = renderPost(input.markdown);
  return inTransaction(ctx, async (ctx) => {
    const whose = [me.courseId, me.enrolmentId, me.groupId, isStaff(me)] as const;
    const [thread] = await ctx.sql(lockedThread, [...whose, input.thread]);
    if (!thread) return refuse('not-found', 'This thread is not there any more. Your words are kept on this page.');
    if (await ctx.db.post.findFirst({ where: { id: postId, threadId: thread.id } })) return done({ postId });
    if (!mayWrite(me, thread)) return refuse('locked', 'This thread is closed: only staff write in it now.');
    // Who answers the opening post answers the thread: that is the first level, not a reply.
    const parentId = input.parent === thread.opening_id ? null : input.parent;
    const parent = parentId ? await ctx.db.post.findFirst({ where: { id: parentId, threadId: thread.id } }) : null;
    if (parentId && (!parent || parent.deletedAt || (parent.hiddenAt && !isStaff(me)))) {
      return refuse('not-found', 'The post you reply to is gone. You can still write to the thread.');
    }
    if (parent?.parentId)
      return refuse('too-deep', 'Replies have no replies of their own: reply to the post above it.');
    const tooMuch = await writesTooMuch(ctx, me);
    if (tooMuch) return tooMuch;
    const createdAt = new Date(Math.max(ctx.now.getTime(), thread.last_post_at.getTime() + 1));
    await ctx.db.post.create({
      data: {
        id: postId,
        threadId: thread.id,
        parentId,
        enrolmentId: me.enrolmentId,
        markdown: input.markdown,
        html,
        createdAt,
      },
    });
    await ctx.db.thread.update({
      where: { id: thread.id },
      data: { lastPostAt: createdAt, postCount: { increment: 1 } },
    });
    await tell(ctx, me, thread.id, postId, [thread.author_id, parent?.enrolmentId ?? null]);
    await ring(ctx, `thread:${thread.id}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done({ postId });
  });
}

/** Who asked and who is replied to, each once, and never oneself. */
async function tell(ctx: Ctx, me: Enrolment, threadId: string, postId: string, whom: readonly (string | null)[]) {
  const enrolments = await ctx.db.enrolment.findMany({
    where: { id: { in: whom.flatMap((id) => id ?? []), not: me.enrolmentId }, endedAt: null },
    select: { id: true },
  });
  for (const { id } of enrolments) {
    await notify(ctx, { enrolmentId: id, reason: 'replied', event: `replied:${postId}`, threadId, postId });
  }
}
