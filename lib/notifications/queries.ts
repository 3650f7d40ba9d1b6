import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { done } from '@/lib/kernel/result';
import { inboxOf, newNotices } from './inbox.sql';
import type { CountNotifications, InboxFilter } from './schema';

/** A notice as it is shown: why, where it leads, and whether it was seen. */
export interface InboxItem {
  readonly id: string;
  readonly reason: 'replied' | 'graded' | 'announced';
  readonly at: Date;
  readonly read: boolean;
  readonly courseTitle: string;
  /** "Dr Park replied to your thread"; the subject follows it. */
  readonly words: string;
  readonly subject: string;
  readonly href: string;
}

/** The viewer's notices of all their courses, the newest first, at most two hundred. */
export async function listNotifications(ctx: Ctx, viewer: Viewer, { show }: InboxFilter): Promise<InboxItem[]> {
  const rows = await ctx.sql(inboxOf, [viewer.personId, show === 'unread']);
  return rows.map((row) => {
    const course = `/courses/${row.slug}`;
    const { words, subject } = inWords(row);
    return {
      id: row.id,
      reason: row.reason,
      at: row.created_at,
      read: row.read_at !== null,
      courseTitle: row.course_title,
      words,
      subject,
      href: row.attempt_id
        ? `${course}/attempts/${row.attempt_id}/review`
        : `${course}/threads/${row.thread_id}${row.post_id ? `#post-${row.post_id}` : ''}`,
    };
  });
}

interface Facts {
  readonly reason: InboxItem['reason'];
  readonly author: string | null;
  readonly thread_title: string | null;
  readonly thread_mine: boolean;
  readonly quiz_title: string | null;
}

function inWords({ reason, author, thread_title, thread_mine, quiz_title }: Facts) {
  const who = author ?? 'A former member';
  if (reason === 'graded') return { words: 'Graded:', subject: quiz_title ?? 'an attempt of yours' };
  if (reason === 'announced') return { words: `${who} announced:`, subject: thread_title ?? '' };
  return { words: `${who} replied ${thread_mine ? 'in your thread' : 'to your post in'}`, subject: thread_title ?? '' };
}

/** Notices that came since a moment: what "1 new, show" counts. */
export async function countNotifications(ctx: Ctx, viewer: Viewer, { after }: CountNotifications) {
  const [row] = await ctx.sql(newNotices, [viewer.personId, after]);
  return done({ count: row?.count ?? 0 });
}
