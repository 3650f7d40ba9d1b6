import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { pinnedAnnouncements, threadsByPassage, threadsInLesson } from './elsewhere.sql';

// What other pages show of threads: counts beside passages, announcements above the outline.

/** How many threads each passage of these lessons has that this viewer may see, by the passage's key; none, no entry. */
export async function countThreadsByPassage(
  ctx: Ctx,
  me: Enrolment,
  lessonIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.sql(threadsByPassage, [me.courseId, lessonIds, ...whose(me)]);
  return new Map(rows.map(({ key, threads }) => [key, threads]));
}

/** The same for one lesson, by its slug; an empty map where there is none. */
export async function countThreadsInLesson(
  ctx: Ctx,
  me: Enrolment,
  slug: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.sql(threadsInLesson, [me.courseId, slug, ...whose(me)]);
  return new Map(rows.map(({ key, threads }) => [key, threads]));
}

const whose = (me: Enrolment) => [me.groupId, me.role !== 'student', me.enrolmentId] as const;

export interface PinnedAnnouncement {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly author: string | null;
  readonly unread: boolean;
}

/** The course's pinned announcements, newest first, at most three. */
export async function listPinnedAnnouncements(ctx: Ctx, me: Enrolment): Promise<PinnedAnnouncement[]> {
  const rows = await ctx.sql(pinnedAnnouncements, [me.courseId, me.enrolmentId, me.groupId, me.role !== 'student']);
  return rows.map(({ id, title, created_at: at, author, unread }) => ({ id, title, at, author, unread }));
}
