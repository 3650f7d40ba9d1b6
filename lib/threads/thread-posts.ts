import type { Ctx } from '@/lib/kernel/ctx';
import { textsOf } from './kept-texts';
import type { ThreadPost } from './queries';
import type { PostColumns } from './thread.sql';

/** The posts of a thread as its viewer gets them, in the order of their writing. */
export async function postsOf(ctx: Ctx, threadId: string, row: PostColumns): Promise<ThreadPost[]> {
  const ids = row.ids ?? [];
  const wordless = new Set(row.wordless);
  const editions = ids.filter((id) => !wordless.has(id)).map((id) => ({ id, version: row.versions?.[id] ?? 1 }));
  const texts = await textsOf(ctx, threadId, editions);
  const mine = new Set(row.mine);
  const deleted = new Set(row.deleted);
  const hidden = new Set(row.hidden);
  const { roles } = row;
  return ids.map((id, index) => ({
    id,
    parentId: row.parents?.[index] ?? null,
    author: row.authors?.[index] ?? null,
    role: roles?.[id] === undefined ? 'student' : roles[id],
    mine: mine.has(id),
    at: row.times?.[index] ?? '',
    edited: row.edited?.[id] ?? null,
    deleted: deleted.has(id),
    hidden: hidden.has(id),
    reason: row.reasons?.[id] ?? null,
    html: texts.get(id) ?? null,
  }));
}
