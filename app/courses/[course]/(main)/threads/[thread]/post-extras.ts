import type { Enrolment } from '@/lib/authz/enrolment';
import type { PostExtras } from '@/lib/threads/post-html';
import type { Thread, ThreadPost } from '@/lib/threads/queries';
import { mayAccept, mayDelete, mayEdit, mayHide, mayShow, mayWrite } from '@/lib/threads/rules';

/** What the viewer has not seen. On the first visit everything is, and then nothing is said about it. */
export function newSince({ readAt, posts }: Thread) {
  const read = readAt?.getTime();
  const fresh =
    read === undefined ? [] : posts.filter(({ mine, at, html }) => html !== null && !mine && Date.parse(at) > read);
  const ids = new Set(fresh.map(({ id }) => id));
  // A line between old and new is right only where all that follows it is new.
  const from = posts.findIndex(({ id }) => ids.has(id));
  const clean = from > 0 && posts.slice(from).every(({ id, mine, html }) => ids.has(id) || mine || html === null);
  return { ids, first: fresh[0]?.id ?? null, line: clean ? (posts[from]?.id ?? null) : null };
}

export type News = ReturnType<typeof newSince>;
type When = (at: string) => PostExtras['time'];

/** What a post's article shows besides its words, for this viewer.  */
export function extrasFor(thread: Thread, me: Enrolment, news: News, when: When): (post: ThreadPost) => PostExtras {
  const posts = new Map(thread.posts.map((post) => [post.id, post]));
  const writes = mayWrite(me, thread);
  const accepts = mayAccept(me, thread);
  return (post) => {
    const facts = {
      authorId: post.mine ? me.enrolmentId : null,
      authorRole: post.role,
      deleted: post.deleted,
      hidden: post.hidden,
      threadLocked: thread.locked,
    };
    const opening = post.id === thread.openingId;
    const parent = post.parentId === null ? null : posts.get(post.parentId);
    return {
      page: thread.id,
      opening,
      accepted: thread.accepted === post.id,
      isNew: news.ids.has(post.id),
      inReplyTo: parent === null ? null : (parent?.author ?? 'a post that is gone'),
      replyTo: writes ? replyTarget(post, opening, parent) : null,
      time: when(post.at),
      may: {
        edit: mayEdit(me, facts),
        delete: mayDelete(me, facts),
        hide: mayHide(me, facts),
        show: mayShow(me, facts),
        accept: accepts && !opening && !post.hidden,
      },
    };
  };
}

/** A reply hangs on a post of the first level; the opening post is answered by writing to the thread. */
function replyTarget(post: ThreadPost, opening: boolean, parent: ThreadPost | null | undefined): string | null {
  if (opening) return 'thread';
  if (parent === null) return post.id;
  return parent && parent.html !== null ? parent.id : null;
}
