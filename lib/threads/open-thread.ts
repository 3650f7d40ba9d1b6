import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { ring } from '@/lib/live/ring';
import { renderPost } from '@/lib/passages/markdown';
import { idOf } from './once';
import type { ThreadKind } from './schema';

interface Opening {
  readonly kind: ThreadKind;
  readonly title: string;
  readonly markdown: string;
  readonly once: string;
  readonly lessonId: string | null;
  readonly anchorId: string | null;
}
export interface Opened {
  readonly threadId: string;
  readonly postId: string;
}

/** The ids that this form with these words leads to, however often it is sent. */
export const openingIds = (me: Enrolment, { once, title, markdown }: Pick<Opening, 'once' | 'title' | 'markdown'>) => ({
  threadId: idOf('thread', me.enrolmentId, once, title, markdown),
  postId: idOf('opening', me.enrolmentId, once, title, markdown),
});

/**
 * Writes a thread and its opening post, in the caller's transaction. False where they are there already. Its author has
 * read it.
 */
export async function openThread(ctx: Ctx, me: Enrolment, opening: Opening): Promise<boolean> {
  const { threadId, postId } = openingIds(me, opening);
  const { kind, title, markdown, lessonId, anchorId } = opening;
  const { count } = await ctx.db.thread.createMany({
    skipDuplicates: true,
    data: {
      id: threadId,
      courseId: me.courseId,
      lessonId,
      anchorId,
      kind,
      title,
      enrolmentId: me.enrolmentId,
      pinnedAt: kind === 'announcement' ? ctx.now : null,
      createdAt: ctx.now,
      lastPostAt: ctx.now,
      postCount: 1,
    },
  });
  if (count === 0) return false;
  await ctx.db.post.create({
    data: {
      id: postId,
      threadId,
      enrolmentId: me.enrolmentId,
      markdown,
      html: renderPost(markdown),
      createdAt: ctx.now,
    },
  });
  await ctx.db.readState.create({ data: { enrolmentId: me.enrolmentId, threadId, readAt: ctx.now } });
  await ring(ctx, `threads:${me.courseId}`);
  return true;
}
