import type { Parts, Verdict } from './outcome';

declare const drawnBrand: unique symbol;

/**
 * Content as one attempt sees it: the same shape, but ids are letters in the drawn order and `origin` keeps the author's.
 * The brand makes it an error to show or score a question that was never drawn, which would show the author's order.
 */
export type Drawn<C> = C & { readonly [drawnBrand]: true };

/** Takes content whose letters stand already: a paper stored as drawn, or a test that reads better in the author's order. */
export function alreadyDrawn<C>(content: C): Drawn<C> {
  return content as Drawn<C>;
}

/** What a response chose or fell for, for item analysis: `id` is the author's, so counts add up over all drawn orders. */
export interface Classified {
  readonly id: string;
  readonly label: string;
}

/** What every review begins with. `message` says why a response could not be read. */
export interface ReviewHead<N extends string = string> {
  readonly type: N;
  readonly verdict: Verdict;
  readonly parts?: Parts;
  readonly message?: string;
}

/** A review as students see it before the key may be shown: it has no place where a key could be. */
export type Review<N extends string, V> = ReviewHead<N> & V & { readonly key?: never };

/** A review with the key. */
export type KeyedReview<N extends string, V, K> = ReviewHead<N> & V & { readonly key: K };

/** One response to an example and what it earns: a fraction, or `incomplete` for what cannot be judged as it stands. */
export interface ExampleResponse<R> {
  /** What the student did, as the end of a sentence: “chooses a distractor”. */
  readonly does: string;
  readonly response: R | null;
  readonly earns: number | 'incomplete';
}

/**
 * A question of the type as a person could meet it. Tests, the contract, the gallery and the documentation all read the
 * examples. Stem and explanation are Markdown. Responses name options by the author's ids, which are single letters here.
 */
export interface Example<C, R> {
  readonly name: string;
  readonly stem: string;
  readonly explanation: string;
  readonly content: C;
  readonly responses: readonly ExampleResponse<R>[];
}
