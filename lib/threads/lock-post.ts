import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { refuse } from '@/lib/kernel/result';
import { lockedPost, type PostRow } from './post.sql';
import { isStaff } from './rules';

/** A post that `me` sees, locked with its thread until the transaction ends; null where there is none. */
export async function lockPost(ctx: Ctx, me: Enrolment, postId: string): Promise<PostRow | null> {
  const [row] = await ctx.sql(lockedPost, [me.courseId, me.enrolmentId, me.groupId, isStaff(me), postId]);
  return row ?? null;
}

/** A post as the rules look at it. */
export const factsOf = (post: PostRow) => ({
  authorId: post.author_id,
  authorRole: post.author_role,
  deleted: post.deleted,
  hidden: post.hidden,
  threadLocked: post.thread_locked,
});

export const noPost = () => refuse('not-found', 'This post is not there any more.');
export const notYours = (message: string) => refuse('not-allowed', message);
