/**
 * Partial credit for an order, after Kendall's rank correlation (M. G. Kendall, "A New Measure of Rank Correlation", Biometrika 30,
 * 1938): of all pairs of entries, those that stand in order less those that do not, over all pairs, never below zero. Unlike counting
 * entries in their place it forgives one entry moved from first to last; unlike counting the pairs in order alone it gives a
 * random order little, not half. Amma (2022, https://doi.org/10.5772/intechopen.102868) discusses it for reordering tasks.
 */

/** Pairs that stand in the right order, and all pairs there are. */
export interface Pairs {
  readonly inOrder: number;
  readonly of: number;
}

/** Counts the pairs of `order` that stand as in `right`. Both hold the same ids. */
export function countPairs(order: readonly string[], right: readonly string[]): Pairs {
  const ranks = order.map((id) => right.indexOf(id));
  let inOrder = 0;
  ranks.forEach((rank, i) => {
    inOrder += ranks.slice(i + 1).filter((later) => later > rank).length;
  });
  return { inOrder, of: (ranks.length * (ranks.length - 1)) / 2 };
}

/** What the pairs earn, in whole pairs: those in order less those out of order, never below zero. */
export function earnedPairs({ inOrder, of }: Pairs): number {
  return Math.max(0, 2 * inOrder - of);
}

/** What a random order of n entries earns on average. */
export function blindFraction(n: number): number {
  // counts[k]: how many orders have k pairs out of order. The m-th entry can stand before 0 to m−1 of the earlier ones.
  let counts = [1];
  for (let m = 2; m <= n; m++) {
    const grown = new Array<number>(counts.length + m - 1).fill(0);
    counts.forEach((count, k) => {
      for (let moved = 0; moved < m; moved++) grown[k + moved] = (grown[k + moved] ?? 0) + count;
    });
    counts = grown;
  }
  const of = (n * (n - 1)) / 2;
  const orders = counts.reduce((sum, count) => sum + count, 0);
  const earned = counts.reduce((sum, count, out) => sum + count * earnedPairs({ inOrder: of - out, of }), 0);
  return earned / (orders * of);
}
