import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { factsOf, lockPost, noPost, notYours } from './lock-post';
import { mayHide, mayShow } from './rules';
import type { HidePost, OnePost } from './schema';

type Staff = EnrolmentAs<'assistant' | 'instructor'>;
type Outcome = Result<{ threadId: string; postId: string }, 'not-found' | 'not-allowed'>;
const NOT_YOURS = 'An assistant does not hide or show what an instructor wrote.';

/**
 * Hides a post from the other students, with a reason that its author reads beside their own copy. Students' notices that led to
 * it go; hiding the opening post hides the thread, whose title is part of it. Audited; doing it twice is harmless.
 */
export async function hidePost(ctx: Ctx, me: Staff, input: HidePost): Promise<Outcome> {
  return inTransaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, me, input.post);
    if (!post) return noPost();
    const outcome = { threadId: post.thread_id, postId: post.id };
    if (post.hidden && mayShow(me, factsOf(post))) return done(outcome);
    if (!mayHide(me, factsOf(post))) return notYours(NOT_YOURS);
    await ctx.db.post.update({
      where: { id: post.id },
      data: { hiddenAt: ctx.now, hiddenById: me.enrolmentId, hiddenReason: input.reason },
    });
    // What is hidden answers nothing any more: the question waits again.
    if (post.accepted === post.id) {
      await ctx.db.thread.update({ where: { id: post.thread_id }, data: { acceptedPostId: null } });
    }
    const about = post.opening ? { threadId: post.thread_id } : { postId: post.id };
    await ctx.db.notification.deleteMany({
      where: { ...about, enrolment: { role: 'student', ...(post.author_id && { NOT: { id: post.author_id } }) } },
    });
    await recordAct(ctx, {
      act: 'post.hidden',
      actorId: me.personId,
      courseId: me.courseId,
      subject: { type: 'post', id: post.id },
      detail: { reason: input.reason },
    });
    await ring(ctx, `thread:${post.thread_id}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done(outcome);
  });
}

/** Shows a hidden post to everybody again. Audited. */
export async function showPost(ctx: Ctx, me: Staff, input: OnePost): Promise<Outcome> {
  return inTransaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, me, input.post);
    if (!post) return noPost();
    const outcome = { threadId: post.thread_id, postId: post.id };
    if (!post.hidden) return done(outcome);
    if (!mayShow(me, factsOf(post))) return notYours(NOT_YOURS);
    await ctx.db.post.update({
      where: { id: post.id },
      data: { hiddenAt: null, hiddenById: null, hiddenReason: null },
    });
    await recordAct(ctx, {
      act: 'post.shown',
      actorId: me.personId,
      courseId: me.courseId,
      subject: { type: 'post', id: post.id },
    });
    await ring(ctx, `thread:${post.thread_id}`);
    await ring(ctx, `threads:${me.courseId}`);
    return done(outcome);
  });
}
