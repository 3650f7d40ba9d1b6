import type { AnyContent } from '@/lib/question-types/any-type';
import { finalFraction, type Outcome } from '@/lib/question-types/outcome';
import { itemSeed } from '@/lib/question-types/random';
import { questionType } from '@/lib/question-types/registry';
import type { CountedItem } from './counted.sql';
import { pointsOf } from './rules';

/** Raise it when scoring changes what it returns for a stored response: each score says which scorer made it. */
export const SCORER_VERSION = 2;

type ToScore = Pick<CountedItem, 'item_id' | 'points' | 'type' | 'payload'>;

/** What scoring finds for one item. `points` (milli-points) and `fraction` are null while it waits for a person. */
export interface ItemScore {
  readonly itemId: string;
  readonly outcome: 'scored' | 'not-answered' | 'incomplete' | 'needs-grading';
  readonly fraction: number | null;
  readonly points: number | null;
}

/**
 * Scores the response that counts, on the paper that its seed draws. Pure: the same item gives the same score, today and in
 * ten years.
 */
export function scoreItem(attemptSeed: string, item: ToScore, content: AnyContent): ItemScore {
  const type = questionType(item.type);
  const drawn = type.draw(content, itemSeed(attemptSeed, item.item_id));
  const outcome = type.score(drawn, item.payload ?? null);
  const fraction = finalFraction(outcome);
  const points = fraction === null ? null : pointsOf(fraction, item.points);
  return { itemId: item.item_id, outcome: nameOf(outcome), fraction, points };
}

function nameOf(outcome: Outcome): ItemScore['outcome'] {
  return outcome.kind === 'scored' && outcome.verdict === 'not-answered' ? 'not-answered' : outcome.kind;
}
