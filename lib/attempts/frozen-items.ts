import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { statement } from '@/lib/kernel/sql';
import type { AnyDrawn } from '@/lib/question-types/any-type';
import { itemSeed } from '@/lib/question-types/random';
import { questionType } from '@/lib/question-types/registry';
import { type Question, readQuestions } from './questions';

/** An item of an attempt as frozen: the paper that its seed draws, key included. Never leaves the server as it is. */
export interface FrozenItem {
  readonly type: string;
  readonly drawn: AnyDrawn;
}

/** Whose item it is, and what its paper is drawn from. */
export interface ItemOrigin {
  readonly attemptId: string;
  readonly enrolmentId: string;
  readonly seed: string;
  /** The question's version. */
  readonly versionId: string;
}

const itemOrigin = statement(
  'item_origin',
  z.object({ version_id: z.string(), seed: z.string() }),
  `select i.question_version_id as version_id, a.seed
   from attempt_item i
   join attempt a on a.id = i.attempt_id
   where i.id = $1::uuid and a.id = $2::uuid and a.enrolment_id = $3::uuid`,
);

// An attempt's items, its seed and its owner never change: whoever answers twenty questions is looked up once, not at each save.
const origins = new Kept<ItemOrigin>(20_000);

/** Remembers the items of a paper that is about to be answered, by their ids. */
export const keepOrigin = (itemId: string, origin: ItemOrigin): void => void origins.set(itemId, origin);

/** Draws an item's paper: the same seed, the same paper. */
export const drawItem = (
  { type, content }: Pick<Question, 'type' | 'content'>,
  seed: string,
  itemId: string,
): FrozenItem => ({
  type,
  drawn: questionType(type).draw(content, itemSeed(seed, itemId)),
});

/** The item of this attempt of this enrolment; null where there is none, whosever it may be. Throws for stored content that is none. */
export async function findFrozenItem(
  ctx: Ctx,
  enrolmentId: string,
  attemptId: string,
  itemId: string,
): Promise<FrozenItem | null> {
  const origin = origins.get(itemId) ?? (await findOrigin(ctx, enrolmentId, attemptId, itemId));
  if (origin?.attemptId !== attemptId || origin.enrolmentId !== enrolmentId) return null;
  const question = (await readQuestions(ctx, [origin.versionId])).get(origin.versionId);
  return question ? drawItem(question, origin.seed, itemId) : null;
}

async function findOrigin(
  ctx: Ctx,
  enrolmentId: string,
  attemptId: string,
  itemId: string,
): Promise<ItemOrigin | null> {
  const [row] = await ctx.sql(itemOrigin, [itemId, attemptId, enrolmentId]);
  return row ? origins.set(itemId, { attemptId, enrolmentId, seed: row.seed, versionId: row.version_id }) : null;
}
