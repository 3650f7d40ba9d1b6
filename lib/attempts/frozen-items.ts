import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import type { AnyDrawn } from '@/lib/question-types/any-type';
import { itemSeed } from '@/lib/question-types/random';
import { parseContent, questionType } from '@/lib/question-types/registry';

/** An item of an attempt as frozen: the paper that its seed draws, key included. Never leaves the server as it is. */
export interface FrozenItem {
  readonly attemptId: string;
  readonly enrolmentId: string;
  readonly type: string;
  readonly drawn: AnyDrawn;
}

const frozenItem = statement(
  'frozen_item',
  z.object({ type: z.string(), content: z.unknown(), seed: z.string() }),
  `select v.type, v.content, a.seed
   from attempt_item i
   join attempt a on a.id = i.attempt_id
   join question_version v on v.id = i.question_version_id
   where i.id = $1::uuid and a.id = $2::uuid and a.enrolment_id = $3::uuid`,
);

// What is kept can never change: an attempt's items, a question's version, an attempt's seed and its owner are all
// immutable. So this is no second truth, only work not done twice: a save would else parse and draw the question each time.
const kept = new Map<string, FrozenItem>();
const MOST = 2000;

function keep(itemId: string, item: FrozenItem): FrozenItem {
  kept.delete(itemId);
  kept.set(itemId, item);
  const oldest = kept.keys().next();
  if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
  return item;
}

/** What of an item was read already, to draw it unless that was done before. */
export interface StoredItem {
  readonly itemId: string;
  readonly attemptId: string;
  readonly enrolmentId: string;
  readonly seed: string;
  readonly type: string;
  readonly content: unknown;
}

/** Draws an item's paper, or takes it as drawn before. Throws for stored content that is none. */
export function drawItem({ itemId, attemptId, enrolmentId, seed, type, content }: StoredItem): FrozenItem {
  const known = kept.get(itemId);
  if (known) return keep(itemId, known);
  const drawn = questionType(type).draw(parseContent(type, content), itemSeed(seed, itemId));
  return keep(itemId, { attemptId, enrolmentId, type, drawn });
}

/** The item of this attempt of this enrolment; null where there is none, whosever it may be. */
export async function findFrozenItem(
  ctx: Ctx,
  enrolmentId: string,
  attemptId: string,
  itemId: string,
): Promise<FrozenItem | null> {
  const known = kept.get(itemId);
  if (known) return known.attemptId === attemptId && known.enrolmentId === enrolmentId ? keep(itemId, known) : null;
  const [row] = await ctx.sql(frozenItem, [itemId, attemptId, enrolmentId]);
  return row ? drawItem({ itemId, attemptId, enrolmentId, ...row }) : null;
}
