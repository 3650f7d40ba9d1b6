/** Which attempt makes the grade; the same words as a quiz's rules use. */
export type Counts = 'best' | 'last' | 'first' | 'average';

/** A graded attempt, as the policy sees it. Points are milli-points. */
export interface GradedAttempt {
  readonly id: string;
  readonly n: number;
  readonly points: number;
  readonly maxPoints: number;
}

/** What a grade comes to. `attemptId` is the attempt that counts, where one does. */
export interface Decision {
  readonly points: number;
  readonly maxPoints: number;
  readonly attemptId: string | null;
}

/** Milli-points for a fraction of what an item is worth: whole, and within 0…maxPoints. */
export const pointsOf = (fraction: number, maxPoints: number): number =>
  Math.min(maxPoints, Math.max(0, Math.round(fraction * maxPoints)));

const share = ({ points, maxPoints }: GradedAttempt): number => (maxPoints === 0 ? 0 : points / maxPoints);

/**
 * The grade that a policy gives for graded attempts; null for none. Attempts are compared by their share of the points, since
 * versions of a quiz may differ in points; of equals the earlier counts. An average is told in the column's points.
 */
export function decide(counts: Counts, attempts: readonly GradedAttempt[], columnPoints: number): Decision | null {
  const inOrder = attempts.toSorted((a, b) => a.n - b.n);
  const first = inOrder[0];
  if (!first) return null;
  if (counts === 'average') {
    const mean = inOrder.reduce((sum, attempt) => sum + share(attempt), 0) / inOrder.length;
    return { points: pointsOf(mean, columnPoints), maxPoints: columnPoints, attemptId: null };
  }
  const counted = counts === 'first' ? first : counts === 'last' ? (inOrder.at(-1) ?? first) : bestOf(inOrder, first);
  return { points: counted.points, maxPoints: counted.maxPoints, attemptId: counted.id };
}

const bestOf = (attempts: readonly GradedAttempt[], first: GradedAttempt): GradedAttempt =>
  attempts.reduce((best, attempt) => (share(attempt) > share(best) ? attempt : best), first);

/** The sum of an attempt's items; null while one of them waits for a person. */
export function totalOf(points: readonly (number | null)[]): number | null {
  let total = 0;
  for (const each of points) {
    if (each === null) return null;
    total += each;
  }
  return total;
}
