/** The last word on a response, as a review says it. */
export type Verdict = 'correct' | 'partly-correct' | 'not-correct' | 'not-answered' | 'not-readable' | 'to-grade';

/** A fraction in whole numbers, where the student can follow it: `earned` of `of`. */
export interface Parts {
  readonly earned: number;
  readonly of: number;
}

/**
 * What scoring finds. `fraction` is 0…1, never NaN. `incomplete` has a message for the student, shown as a hint while
 * they can still change it, and scores 0 in the end. `needs-grading` waits for a person.
 */
export type Outcome =
  | { readonly kind: 'scored'; readonly fraction: number; readonly verdict: Verdict; readonly parts?: Parts }
  | { readonly kind: 'incomplete'; readonly message: string }
  | { readonly kind: 'needs-grading' };

/** Nothing was given: no points, and no reproach. */
export const NOT_ANSWERED: Outcome = { kind: 'scored', fraction: 0, verdict: 'not-answered' };

/** A response that was judged: `fraction` is 0…1. */
export function scored(fraction: number, parts?: Parts): Outcome {
  const verdict = fraction >= 1 ? 'correct' : fraction > 0 ? 'partly-correct' : 'not-correct';
  return parts ? { kind: 'scored', fraction, verdict, parts } : { kind: 'scored', fraction, verdict };
}

/** A response judged in parts: `earned` of `of`, whole numbers, `of` at least 1. */
export function scoredParts(earned: number, of: number): Outcome {
  return scored(earned / of, { earned, of });
}

/** A response that cannot be judged as it stands, with what was found and what is accepted, in words for the student. */
export function incomplete(message: string): Outcome {
  return { kind: 'incomplete', message };
}

/** The fraction that counts when an attempt ends: an incomplete response earns 0; null waits for a person. */
export function finalFraction(outcome: Outcome): number | null {
  if (outcome.kind === 'needs-grading') return null;
  return outcome.kind === 'scored' ? outcome.fraction : 0;
}

/** The one word that a review shows for an outcome. */
export function verdictOf(outcome: Outcome): Verdict {
  if (outcome.kind === 'scored') return outcome.verdict;
  return outcome.kind === 'incomplete' ? 'not-readable' : 'to-grade';
}
