import type { AnyContent, AnyDrawn, AnyResponse } from '@/lib/question-types/any-type';
import { finalFraction } from '@/lib/question-types/outcome';
import { itemSeed, type Random, random } from '@/lib/question-types/random';
import { questionType } from '@/lib/question-types/registry';

// How the demo's students answer: a two-parameter logistic model (Birnbaum 1968). What they answer is then scored by the
// product itself, like anybody's.

const SLOPE = 1.9;

/** A number from 0 to 1 that the seed decides. */
export const chance = (seed: string): number => random(seed).next() / 2 ** 32;

/** Standard normal from a seed (Box–Muller). */
export function normal(seed: string): number {
  const from = random(seed);
  const u = (from.next() + 1) / (2 ** 32 + 1);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos((2 * Math.PI * from.next()) / 2 ** 32);
}

/** How hard a question is, from its key alone: −1.5 (most know it) to 0.5. */
export const difficulty = (questionKey: string): number => -1.5 + 2 * chance(`difficulty ${questionKey}`);

/** How likely somebody of this ability is right. A bad key turns it around: those who understand choose something else. */
export function likelihood(ability: number, questionKey: string, badKey: boolean): number {
  if (badKey) return 1 / (1 + Math.exp(1.1 * (ability + 0.4)));
  return 1 / (1 + Math.exp(-SLOPE * (ability - difficulty(questionKey))));
}

export interface DemoItem {
  readonly itemId: string;
  readonly attemptSeed: string;
  readonly questionKey: string;
  readonly type: string;
  readonly content: AnyContent;
}

/** What a student answers to an item: one of the type's sample responses, right or wrong as the model has it. Null: left out. */
export function answer(item: DemoItem, ability: number, badKey: boolean, seed: string): AnyResponse | null {
  const type = questionType(item.type);
  const drawn: AnyDrawn = type.draw(item.content, itemSeed(item.attemptSeed, item.itemId));
  const samples = type.sampleResponses(drawn);
  const earns = (response: AnyResponse): number => finalFraction(type.score(drawn, response)) ?? 0;
  const right = samples.find((response) => earns(response) === 1);
  const wrong = samples.filter((response) => earns(response) < 1);
  const from = random(seed);
  if (right && from.next() / 2 ** 32 < likelihood(ability, item.questionKey, badKey)) return right;
  if (wrong.length === 0) return null;
  if (ability < -0.8 && chance(`${seed} left out`) < 0.08) return null;
  return pickWrong(wrong, earns, ability, from, `${item.questionKey} favourite`);
}

// A misreading is shared: half of those who err fall for the same one. The able err by less.
function pickWrong(
  wrong: readonly AnyResponse[],
  earns: (response: AnyResponse) => number,
  ability: number,
  from: Random,
  favouriteSeed: string,
): AnyResponse | null {
  const sorted = wrong.toSorted((a, b) => earns(b) - earns(a));
  const partial = sorted.filter((response) => earns(response) > 0);
  if (partial.length > 0 && from.next() / 2 ** 32 < 0.55 + 0.2 * ability)
    return partial[from.below(partial.length)] ?? null;
  const rest = sorted.filter((response) => earns(response) === 0);
  const pool = rest.length > 0 ? rest : sorted;
  const favourite = Math.floor(chance(favouriteSeed) * Math.min(3, pool.length));
  return pool[from.next() / 2 ** 32 < 0.5 ? favourite : from.below(pool.length)] ?? null;
}
