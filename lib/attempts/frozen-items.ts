import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import type { AnyContent, AnyDrawn } from '@/lib/question-types/any-type';
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
  z.object({ version_id: z.string(), type: z.string(), content: z.unknown(), seed: z.string() }),
  `select v.id as version_id, v.type, v.content, a.seed
   from attempt_item i
   join attempt a on a.id = i.attempt_id
   join question_version v on v.id = i.question_version_id
   where i.id = $1::uuid and a.id = $2::uuid and a.enrolment_id = $3::uuid`,
);

// What is kept can never change: an attempt's items, a question's version, an attempt's seed and its owner are all
// immutable. So this is no second truth, only work not done twice: a save would else parse and draw the question each time.
const kept = new Map<string, FrozenItem>();
const contents = new Map<string, AnyContent>();
const MOST = 2000;

function keep<T>(all: Map<string, T>, id: string, one: T): T {
  all.delete(id);
  all.set(id, one);
  const oldest = all.keys().next();
  if (all.size > MOST && !oldest.done) all.delete(oldest.value);
  return one;
}

const contentOf = ({ versionId, type, content }: StoredItem): AnyContent =>
  keep(contents, versionId, contents.get(versionId) ?? parseContent(type, content));

/** What of an item was read already, to draw it unless that was done before. */
export interface StoredItem {
  readonly itemId: string;
  readonly attemptId: string;
  readonly enrolmentId: string;
  readonly seed: string;
  /** The question's version. */
  readonly versionId: string;
  readonly type: string;
  readonly content: unknown;
}

/** Draws an item's paper, or takes it as drawn before. Throws for stored content that is none. */
export function drawItem(stored: StoredItem): FrozenItem {
  const { itemId, attemptId, enrolmentId, seed, type } = stored;
  const known = kept.get(itemId);
  if (known) return keep(kept, itemId, known);
  const drawn = questionType(type).draw(contentOf(stored), itemSeed(seed, itemId));
  return keep(kept, itemId, { attemptId, enrolmentId, type, drawn });
}

/** The item of this attempt of this enrolment; null where there is none, whosever it may be. */
export async function findFrozenItem(
  ctx: Ctx,
  enrolmentId: string,
  attemptId: string,
  itemId: string,
): Promise<FrozenItem | null> {
  const known = kept.get(itemId);
  if (known)
    return known.attemptId === attemptId && known.enrolmentId === enrolmentId ? keep(kept, itemId, known) : null;
  const [row] = await ctx.sql(frozenItem, [itemId, attemptId, enrolmentId]);
  if (!row) return null;
  const { version_id: versionId, ...stored } = row;
  return drawItem({ itemId, attemptId, enrolmentId, versionId, ...stored });
}
