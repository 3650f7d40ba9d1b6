/** One student's result on one item and on the rest of the quiz, both as fractions 0…1 of the points to be had. */
export interface ItemResult {
  readonly item: number;
  readonly rest: number;
}

/** Below this many students no verdict is given: the numbers move too much with each of them. */
export const ENOUGH = 20;

/**
 * Facility: the mean fraction earned on an item, 0 (nobody) to 1 (everybody). For items scored right or wrong it is the classical
 * difficulty index p (Crocker & Algina, Introduction to Classical and Modern Test Theory, 1986, ch. 5). Null without results.
 */
export function facility(results: readonly ItemResult[]): number | null {
  return results.length === 0 ? null : mean(results.map((result) => result.item));
}

/**
 * Discrimination: the correlation of an item with the rest of the quiz (the item left out), −1…1. For right-or-wrong items
 * this is the corrected point-biserial (Crocker & Algina 1986, §14: "item–total correlation, corrected for spuriousness").
 * Null where either side does not vary: a correlation is not defined then.
 */
export function discrimination(results: readonly ItemResult[]): number | null {
  if (results.length < 2) return null;
  const itemMean = mean(results.map((result) => result.item));
  const restMean = mean(results.map((result) => result.rest));
  let both = 0;
  let itemSquares = 0;
  let restSquares = 0;
  for (const { item, rest } of results) {
    both += (item - itemMean) * (rest - restMean);
    itemSquares += (item - itemMean) ** 2;
    restSquares += (rest - restMean) ** 2;
  }
  // Squares this small are rounding, not variation.
  if (itemSquares < 1e-12 || restSquares < 1e-12) return null;
  return Math.max(-1, Math.min(1, both / Math.sqrt(itemSquares * restSquares)));
}

export type ItemVerdict = 'check-key' | 'chance' | 'too-easy' | 'too-hard' | 'weak' | 'good' | 'too-few';

export const VERDICT_WORDS: Readonly<Record<ItemVerdict, string>> = {
  'check-key': 'Check the key: strong students miss it',
  chance: 'Strong students did no better, which may be chance',
  'too-easy': 'Too easy to tell anything',
  'too-hard': 'Very hard: is it taught?',
  weak: 'Tells strong from weak only a little',
  good: 'Good',
  'too-few': `Too few students to say (fewer than ${ENOUGH})`,
};

/**
 * What the two numbers mean, in one word. Thresholds after Ebel & Frisbie (Essentials of Educational Measurement, 5th ed. 1991, p. 232): below 0 is
 * a fault, below 0.2 poor; facility outside 0.1…0.95 leaves nothing to discriminate. Below 0 by less than chance alone brings about once
 * in twenty questions that tell nothing (one-sided; a correlation of n pairs has the standard error 1/√(n−1)), the key is not accused.
 */
export function verdict(n: number, facilityOf: number | null, discriminationOf: number | null): ItemVerdict {
  if (n < ENOUGH || facilityOf === null) return 'too-few';
  if (discriminationOf !== null && discriminationOf < -1.645 / Math.sqrt(n - 1)) return 'check-key';
  if (discriminationOf !== null && discriminationOf < 0) return 'chance';
  if (facilityOf > 0.95) return 'too-easy';
  if (facilityOf < 0.1) return 'too-hard';
  if (discriminationOf === null || discriminationOf < 0.2) return 'weak';
  return 'good';
}

/** Mean, spread and quartiles of scores; null without any. Quartiles by linear interpolation (Hyndman & Fan 1996, type 7). */
export function spread(scores: readonly number[]) {
  if (scores.length === 0) return null;
  const sorted = scores.toSorted((a, b) => a - b);
  const average = mean(sorted);
  const variance = sorted.length < 2 ? 0 : sum(sorted.map((each) => (each - average) ** 2)) / (sorted.length - 1);
  return {
    mean: average,
    standardDeviation: Math.sqrt(variance),
    lowest: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    highest: quantile(sorted, 1),
  };
}

/** Splits results into the lower and the upper third by score; ties fall as they are ordered. Empty thirds below three. */
export function thirds<T>(results: readonly T[], score: (result: T) => number): { lower: T[]; upper: T[] } {
  const size = Math.floor(results.length / 3);
  const sorted = results.toSorted((a, b) => score(a) - score(b));
  return { lower: sorted.slice(0, size), upper: size === 0 ? [] : sorted.slice(-size) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

function quantile(sorted: readonly number[], q: number): number {
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
