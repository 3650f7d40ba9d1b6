/** How far counts are from being equal; for tests of fairness, against a table at p = 0.001. */
export function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Counts how often each of `n` places comes up. */
export function countPlaces(n: number, places: Iterable<number>): number[] {
  const counts = new Array<number>(n).fill(0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
