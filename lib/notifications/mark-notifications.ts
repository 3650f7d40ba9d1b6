import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { done, type Result } from '@/lib/kernel/result';
import { markAllNotices, markNotices } from './inbox.sql';
import type { MarkAllNotifications, MarkNotifications } from './schema';

/** Marks notices of one's own as read, or as unread again; others' ids are passed over. Answers with those it changed. */
export async function markNotifications(
  ctx: Ctx,
  viewer: Viewer,
  { ids, read }: MarkNotifications,
): Promise<Result<{ ids: string[] }>> {
  const rows = await ctx.sql(markNotices, [viewer.personId, ids, read === 'yes' ? ctx.now : null]);
  return done({ ids: rows.map(({ id }) => id) });
}

/** Marks all as read, and answers with which, so that it can be undone. */
export async function markAllNotifications(
  ctx: Ctx,
  viewer: Viewer,
  _: MarkAllNotifications,
): Promise<Result<{ ids: string[] }>> {
  const rows = await ctx.sql(markAllNotices, [viewer.personId, ctx.now]);
  return done({ ids: rows.map(({ id }) => id) });
}
