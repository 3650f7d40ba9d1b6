import type { Enrolment } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { courseLessons, newThreads, passageByKey, threadList } from './list.sql';
import { type PostRow, postById } from './post.sql';
import { inReadingOrder, isStaff } from './rules';
import type { CountNewPosts, CountNewThreads, ThreadFilter, ThreadKind } from './schema';
import { newPosts, seenThread, threadById } from './thread.sql';
import { postsOf } from './thread-posts';

// Of an author only a name and a role travel (T-LEAK-5): no e-mail address, no id.

/** Where a thread belongs: a lesson, and there a passage. Null parts: the whole course, the whole lesson. */
export interface ThreadPlace {
  readonly lesson: { readonly slug: string; readonly position: number; readonly title: string } | null;
  /** Number as the lesson shows it, "2.7". */
  readonly passage: { readonly key: string; readonly number: string } | null;
}

export interface ThreadRow extends ThreadPlace {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly author: string | null;
  readonly authorRole: Role | null;
  readonly pinned: boolean;
  readonly locked: boolean;
  readonly accepted: boolean;
  readonly answeredByStaff: boolean;
  readonly posts: number;
  readonly unread: number;
  readonly lastAt: Date;
}

export interface ThreadList {
  readonly threads: readonly ThreadRow[];
  /** How many there are with this filter, on all pages. */
  readonly total: number;
  readonly pages: number;
  readonly lessons: readonly { readonly slug: string; readonly position: number; readonly title: string }[];
}

export const THREADS_A_PAGE = 40;
const whose = (me: Enrolment) => [me.courseId, me.enrolmentId, me.groupId, isStaff(me)] as const;

/** The course's threads that the viewer sees, by the filter; pinned ones first, then the most recently written in. */
export async function listThreads(ctx: Ctx, me: Enrolment, filter: ThreadFilter): Promise<ThreadList> {
  const from = (filter.page - 1) * THREADS_A_PAGE;
  const [rows, lessons] = await Promise.all([
    ctx.sql(threadList, [...whose(me), filter.lesson, filter.passage, filter.show, THREADS_A_PAGE, from]),
    ctx.sql(courseLessons, [me.courseId, isStaff(me)]),
  ]);
  const total = rows[0]?.total ?? 0;
  const threads = rows.map((row) => ({
    ...placeOf(row),
    id: row.id,
    kind: row.kind,
    title: row.title,
    author: row.author,
    authorRole: row.author_role,
    pinned: row.pinned,
    locked: row.locked,
    accepted: row.accepted,
    answeredByStaff: row.staffed,
    posts: row.posts,
    unread: row.unread,
    lastAt: row.last_at,
  }));
  return { threads, total, pages: Math.max(1, Math.ceil(total / THREADS_A_PAGE)), lessons };
}

export interface ThreadPost {
  readonly id: string;
  readonly parentId: string | null;
  readonly author: string | null;
  readonly role: Role | null;
  readonly mine: boolean;
  readonly at: string;
  readonly edited: string | null;
  readonly deleted: boolean;
  readonly hidden: boolean;
  readonly reason: string | null;
  /** Sanitised when it was stored; null where the viewer gets no words. */
  readonly html: string | null;
}

export interface Thread extends ThreadPlace {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly authorId: string | null;
  readonly pinned: boolean;
  readonly locked: boolean;
  readonly accepted: string | null;
  readonly readAt: Date | null;
  /** The words it is about; `lost` where the lesson no longer has them. */
  readonly quote: { readonly text: string; readonly whole: boolean; readonly lost: boolean } | null;
  /** In the order of reading: a post, its replies, the next post. */
  readonly posts: readonly ThreadPost[];
  /** The first post of all. */
  readonly openingId: string | null;
  /** When the newest post shown was written. */
  readonly newestAt: string | null;
}

/** A thread with all its posts, or null where the viewer has none under this id. One statement, and one more for words not kept. */
export async function findThread(ctx: Ctx, me: Enrolment, threadId: string): Promise<Thread | null> {
  const [row] = await ctx.sql(threadById, [...whose(me), threadId]);
  if (!row) return null;
  const posts = await postsOf(ctx, row.id, row);
  const { passage_text: text } = row;
  return {
    ...placeOf(row),
    id: row.id,
    kind: row.kind,
    title: row.title,
    authorId: row.author_id,
    pinned: row.pinned,
    locked: row.locked,
    accepted: row.accepted,
    readAt: row.read_at,
    quote:
      row.anchored && text !== null
        ? { text: row.quote || text, whole: !row.quote, lost: row.passage_key === null }
        : null,
    posts: inReadingOrder(posts),
    openingId: posts[0]?.id ?? null,
    newestAt: posts.at(-1)?.at ?? null,
  };
}

export interface PassageToDiscuss {
  readonly lessonId: string;
  readonly versionId: string;
  readonly passageId: string;
  readonly lessonSlug: string;
  readonly lessonTitle: string;
  readonly number: string;
  readonly text: string;
}

/** A passage by its key, as the lesson has it now; null where the viewer has none. */
export async function findPassage(ctx: Ctx, me: Enrolment, key: string): Promise<PassageToDiscuss | null> {
  const [row] = await ctx.sql(passageByKey, [me.courseId, key, isStaff(me)]);
  if (!row) return null;
  return {
    lessonId: row.lesson_id,
    versionId: row.version_id,
    passageId: row.passage_id,
    lessonSlug: row.lesson_slug,
    lessonTitle: row.lesson_title,
    number: `${row.lesson_position}.${row.position}`,
    text: row.text,
  };
}

/** The lessons that a thread can belong to. */
export const listLessonsToDiscuss = (ctx: Ctx, me: Enrolment) => ctx.sql(courseLessons, [me.courseId, isStaff(me)]);

/** One post that the viewer sees, with all that the rules about it ask for; null for a deleted one. */
export async function findPost(ctx: Ctx, me: Enrolment, postId: string): Promise<PostRow | null> {
  const [row] = await ctx.sql(postById, [...whose(me), postId]);
  return row ?? null;
}

export interface PostEdition {
  readonly n: number;
  readonly html: string;
  readonly at: Date;
}

/** The texts of a post, the newest first, for who sees the post. */
export async function listEditions(ctx: Ctx, post: PostRow): Promise<PostEdition[]> {
  const earlier = await ctx.db.postVersion.findMany({ where: { postId: post.id }, orderBy: { n: 'desc' } });
  const now = { n: post.version, html: post.html, at: post.edited_at ?? post.created_at };
  return [now, ...earlier.map(({ n, html, at }) => ({ n, html, at }))];
}

/** Whether the viewer may hear of a thread. */
export async function seesThread(ctx: Ctx, me: Enrolment, threadId: string): Promise<boolean> {
  return (await ctx.sql(seenThread, [...whose(me), threadId])).length > 0;
}

/** Posts by others in a thread since a moment: what "2 new posts, show" counts. */
export async function countNewPosts(
  ctx: Ctx,
  me: Enrolment,
  input: CountNewPosts,
): Promise<Result<{ count: number; first: string | null }, 'not-found'>> {
  if (!(await seesThread(ctx, me, input.thread))) return refuse('not-found', 'There is no such thread.');
  const [row] = await ctx.sql(newPosts, [...whose(me), input.thread, input.after]);
  return done({ count: row?.posts ?? 0, first: row?.first ?? null });
}

/** Threads of the course in which others have written since a moment. */
export async function countNewThreads(ctx: Ctx, me: Enrolment, input: CountNewThreads) {
  const [row] = await ctx.sql(newThreads, [...whose(me), input.after]);
  return done({ count: row?.threads ?? 0 });
}

interface PlaceRow {
  readonly lesson_slug: string | null;
  readonly lesson_position: number | null;
  readonly lesson_title: string | null;
  readonly passage_key: string | null;
  readonly passage_position: number | null;
}

function placeOf(row: PlaceRow): ThreadPlace {
  const { lesson_slug: slug, lesson_position: position, lesson_title: title } = row;
  const lesson = slug !== null && position !== null ? { slug, position, title: title ?? '' } : null;
  const { passage_key: key, passage_position: at } = row;
  return {
    lesson,
    passage: lesson && key !== null && at !== null ? { key, number: `${lesson.position}.${at}` } : null,
  };
}

/** Whether this was a post of the viewer's own, which they deleted. */
export async function hasDeleted(ctx: Ctx, me: Enrolment, threadId: string, id: string): Promise<boolean> {
  const where = { id, threadId, enrolmentId: me.enrolmentId, deletedAt: { not: null } };
  return (await ctx.db.post.count({ where })) > 0;
}
