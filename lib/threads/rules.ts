import type { Role } from '@/lib/authz/roles';
import type { ThreadKind } from './schema';

/** Who may do what with threads and posts. */

interface Me {
  readonly enrolmentId: string;
  readonly role: Role;
}
interface PostFacts {
  readonly authorId: string | null;
  readonly authorRole: Role | null;
  readonly deleted: boolean;
  readonly hidden: boolean;
  readonly threadLocked: boolean;
}
interface ThreadFacts {
  readonly kind: ThreadKind;
  readonly authorId: string | null;
  readonly locked: boolean;
}

export const isStaff = (me: Pick<Me, 'role'>): boolean => me.role !== 'student';
const isAuthor = (me: Me, { authorId }: { authorId: string | null }): boolean => authorId === me.enrolmentId;

/** In a locked thread only staff write. */
export const mayWrite = (me: Me, thread: Pick<ThreadFacts, 'locked'>): boolean => !thread.locked || isStaff(me);

/** One's own words, and nobody else's: staff hide a post, they do not rewrite it. */
export const mayEdit = (me: Me, post: PostFacts): boolean =>
  isAuthor(me, post) && !post.deleted && mayWrite(me, { locked: post.threadLocked });
export const mayDelete = mayEdit;

/** Staff hide; an assistant does not hide what an instructor wrote. */
export const mayHide = (me: Me, post: PostFacts): boolean =>
  isStaff(me) && !post.deleted && !post.hidden && (me.role === 'instructor' || post.authorRole !== 'instructor');
export const mayShow = (me: Me, post: PostFacts): boolean =>
  isStaff(me) && !post.deleted && post.hidden && (me.role === 'instructor' || post.authorRole !== 'instructor');

/** Who asked decides what answers the question; so may staff. */
export const mayAccept = (me: Me, thread: ThreadFacts): boolean =>
  thread.kind === 'question' && (isAuthor(me, thread) || isStaff(me)) && mayWrite(me, thread);

export const mayLock = (me: Pick<Me, 'role'>): boolean => isStaff(me);
export const mayPin = (me: Pick<Me, 'role'>): boolean => me.role === 'instructor';
export const mayAnnounce = mayPin;

/** Posts a student may write in a minute. */
export const POSTS_A_MINUTE = 15;

interface Answerable {
  readonly openingId: string | null;
  readonly posts: readonly { readonly id: string; readonly role: Role | null; readonly hidden: boolean }[];
}
/** Whether staff have written in a thread, beyond opening it; what is hidden or deleted counts for nothing. */
export const answeredByStaff = ({ openingId, posts }: Answerable): boolean =>
  posts.some(({ id, role, hidden }) => id !== openingId && role !== null && role !== 'student' && !hidden);

/** What a thread is, in words: "Question, answered". */
export function kindInWords(kind: ThreadKind, accepted: boolean, answeredByStaff: boolean): string {
  if (kind === 'announcement') return 'Announcement';
  if (kind === 'discussion') return 'Discussion';
  return accepted || answeredByStaff ? 'Question, answered' : 'Question';
}

/** Posts as one reads them: each post of the first level in order, its replies after it. A reply whose post is gone stands alone. */
export function inReadingOrder<P extends { readonly id: string; readonly parentId: string | null }>(
  posts: readonly P[],
): P[] {
  const top = new Set(posts.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  const replies = new Map<string, P[]>();
  for (const post of posts) {
    if (post.parentId === null) continue;
    const siblings = replies.get(post.parentId);
    if (siblings) siblings.push(post);
    else replies.set(post.parentId, [post]);
  }
  return posts
    .filter(({ parentId }) => parentId === null || !top.has(parentId))
    .flatMap((post) => [post, ...(replies.get(post.id) ?? [])]);
}
