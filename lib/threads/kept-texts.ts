import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { postTexts } from './thread.sql';

// Kept on globalThis: the bundles of a built site each load this module. Ten thousand posts are about 10 MB, and 80 MB where
// every one is as long as may be and not in Latin letters; longer ones are read each time.
const kept = globalThis as typeof globalThis & { lecternPostTexts?: Kept<string> };
kept.lecternPostTexts ??= new Kept(10_000);
const texts = kept.lecternPostTexts;
const LONGEST = 4_000;

/** An edition of a post: its words never change, for an edit makes another version. */
export interface Edition {
  readonly id: string;
  readonly version: number;
}
const keyOf = ({ id, version }: Edition): string => `${id} ${version}`;

/**
 * The HTML of posts by their ids, for a viewer of whom the database has just said that they get these words. What is kept is
 * not read again.
 */
export async function textsOf(ctx: Ctx, threadId: string, editions: readonly Edition[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const missing: string[] = [];
  for (const edition of editions) {
    const html = texts.get(keyOf(edition));
    if (html === undefined) missing.push(edition.id);
    else found.set(edition.id, html);
  }
  if (missing.length === 0) return found;
  for (const post of await ctx.sql(postTexts, [threadId, missing])) {
    found.set(post.id, post.html);
    // What a transaction sees may be rolled back, and its version's number be given to other words.
    if (post.html.length <= LONGEST && !ctx.inTransaction) texts.set(keyOf(post), post.html);
  }
  return found;
}

/** Lets go of a text that nobody gets any more. */
export const forgetText = (edition: Edition): void => texts.delete(keyOf(edition));
