import { z } from 'zod';
import type { SqlCtx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';

/** What can ring: a thread got a post, a course's list of threads changed, a person's inbox grew, a quiz's attempts moved. */
export type Topic = `thread:${string}` | `threads:${string}` | `inbox:${string}` | `attempts:${string}`;
export const LIVE_CHANNEL = 'lectern_live';

// pg_notify returns void, which no driver of ours reads: hence the ::text around it.
const notify = statement(
  'ring',
  z.object({ rung: z.string() }),
  "select coalesce(pg_notify($1, $2)::text, '') as rung",
);

/** Rings a topic when the transaction commits. The bell says nothing: who hears it asks again, with their own permissions. */
export async function ring(ctx: SqlCtx, topic: Topic): Promise<void> {
  await ctx.sql(notify, [LIVE_CHANNEL, topic]);
}
