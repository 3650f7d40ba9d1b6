import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { ring } from '@/lib/live/ring';
import { renderPost } from '@/lib/passages/markdown';
import { forgetText } from './kept-texts';
import { factsOf, lockPost, noPost, notYours } from './lock-post';
import { mayEdit } from './rules';
import type { EditPost } from './schema';

/** Puts new words in the place of one's own; the earlier ones stay readable as the post's history (I-24). */
export async function editPost(
  ctx: Ctx,
  me: Enrolment,
  input: EditPost,
): Promise<Result<{ threadId: string; postId: string; version: number }, 'not-found' | 'not-allowed' | 'changed'>> {
  const html = renderPost(input.markdown);
  return inTransaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, me, input.post);
    if (!post) return noPost();
    if (!mayEdit(me, factsOf(post))) return notYours('Only its author edits a post, while its thread is open.');
    const { id: postId, thread_id: threadId, version } = post;
    if (post.markdown === input.markdown) return done({ threadId, postId, version });
    if (version !== input.version) {
      return refuse(
        'changed',
        'This post was changed elsewhere since you opened it. Copy your words, then load it again.',
      );
    }
    const at = post.edited_at ?? post.created_at;
    await ctx.db.postVersion.create({ data: { postId, n: version, markdown: post.markdown, html: post.html, at } });
    await ctx.db.post.update({
      where: { id: postId },
      data: { markdown: input.markdown, html, version: version + 1, editedAt: ctx.now },
    });
    forgetText(post);
    await ring(ctx, `thread:${threadId}`);
    return done({ threadId, postId, version: version + 1 });
  });
}
