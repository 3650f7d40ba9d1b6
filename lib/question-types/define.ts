import type { z } from 'zod';
import { incomplete, NOT_ANSWERED, type Outcome, verdictOf } from './outcome';
import {
  alreadyDrawn,
  type Classified,
  type Drawn,
  type Example,
  type KeyedReview,
  type Review,
  type ReviewHead,
} from './shapes';

/**
 * What the author of a type writes. All functions are pure: no clock, no chance but the seed, no locale. They receive parsed
 * values only; `defineType` keeps out what does not parse.
 *
 * @typeParam N the type's name in course files and in the database
 * @typeParam C content: the type's own YAML fields, key included (stem, explanation and citations belong to the question)
 * @typeParam R response: what is stored; null is "not answered"
 * @typeParam P public: what a student's browser may hold while answering
 * @typeParam V verdicts: what a review may show at once
 * @typeParam K key: what a review may show once the key is released
 */
export interface TypeSpec<N extends string, C, R, P, V, K> {
  readonly name: N;
  /** What people call it: `One of several`. */
  readonly title: string;
  readonly content: z.ZodType<C>;
  /** The shape of a response, whatever the question. It bounds every length and refuses what Postgres cannot store. */
  readonly response: z.ZodType<R>;
  /** Paths of content that a student may read while answering, such as `options.*.text`. All others are secret; the contract holds it. */
  readonly openPaths: readonly string[];
  readonly examples: readonly Example<C, R>[];
  /** Sets `html` beside every Markdown text, by a renderer that sanitises. What stood there before is lost. */
  renderText(content: C, render: (markdown: string) => string): C;
  /** The paper of one attempt: order and letters from the seed, each order equally likely. The same seed, the same paper. */
  draw(content: C, seed: string): C;
  /** Whether a response of the right shape can belong to this paper: it names no option that is not there. */
  fits?(drawn: Drawn<C>, response: R): boolean;
  /** The question without its key, feedback, accepted responses, tolerances: all that a browser may hold before review. */
  toPublic(drawn: Drawn<C>): P;
  score(drawn: Drawn<C>, response: R): Outcome;
  /** The response in plain words, on one line, for tables, CSV and receipts. */
  summarise(drawn: Drawn<C>, response: R): string;
  classify(drawn: Drawn<C>, response: R): Classified[];
  /** The fraction that someone who knows nothing can expect, 0…1. */
  guessFraction(content: C): number;
  /** Verdict and feedback for what was chosen, and nothing of what was not. */
  feedback(drawn: Drawn<C>, response: R | null, outcome: Outcome): V;
  /** The key, for a review that may show it. */
  key(drawn: Drawn<C>): K;
  /** Responses that a class gives, best first: the first earns full points. For tests, the demo class and previews. */
  sampleResponses(drawn: Drawn<C>): R[];
}

/** The parts of a type that are used just as its author wrote them. */
type AsWritten =
  | 'name'
  | 'title'
  | 'content'
  | 'response'
  | 'openPaths'
  | 'examples'
  | 'renderText'
  | 'guessFraction'
  | 'sampleResponses';

/** Whether a value may be saved as a response to a paper; if not, why, for the log and the refusal. */
export type CheckedResponse<R> =
  | { readonly ok: true; readonly response: R }
  | { readonly ok: false; readonly message: string };

/**
 * A question type as the rest of Lectern uses it. Responses come in as `unknown`, since they come from browsers and from the log:
 * null is not answered; what is not a response to this paper is `incomplete`, scores 0 and throws nothing.
 */
export interface QuestionType<N extends string, C, R, P, V, K> extends Pick<TypeSpec<N, C, R, P, V, K>, AsWritten> {
  draw(content: C, seed: string): Drawn<C>;
  toPublic(drawn: Drawn<C>): P & { readonly type: N };
  /** At save: refuses a response of the wrong shape, or to a paper other than this. */
  checkResponse(drawn: Drawn<C>, value: unknown): CheckedResponse<R>;
  score(drawn: Drawn<C>, response: unknown): Outcome;
  /** '' where nothing was answered. */
  summarise(drawn: Drawn<C>, response: unknown): string;
  /** [] where nothing was answered. */
  classify(drawn: Drawn<C>, response: unknown): Classified[];
  /** The only shape for a review page; the key is in it only if `revealKey` is true. */
  feedback(drawn: Drawn<C>, response: unknown, options: { revealKey: false }): Review<N, V>;
  feedback(drawn: Drawn<C>, response: unknown, options: { revealKey: true }): KeyedReview<N, V, K>;
  feedback(drawn: Drawn<C>, response: unknown, options: { revealKey: boolean }): Review<N, V> | KeyedReview<N, V, K>;
}

/** Makes a question type from its parts, and keeps what cannot be read from reaching them. */
export function defineType<N extends string, C, R, P, V, K>(
  spec: TypeSpec<N, C, R, P, V, K>,
): QuestionType<N, C, R, P, V, K> {
  function checkResponse(drawn: Drawn<C>, value: unknown): CheckedResponse<R> {
    const parsed = spec.response.safeParse(value);
    if (!parsed.success) return { ok: false, message: 'This answer could not be read.' };
    if (spec.fits && !spec.fits(drawn, parsed.data))
      return { ok: false, message: 'This answer belongs to another question.' };
    return { ok: true, response: parsed.data };
  }

  /** Null where nothing was answered. */
  function check(drawn: Drawn<C>, value: unknown): CheckedResponse<R> | null {
    return value === null || value === undefined ? null : checkResponse(drawn, value);
  }

  function outcomeOf(drawn: Drawn<C>, checked: CheckedResponse<R> | null): Outcome {
    if (checked === null) return NOT_ANSWERED;
    return checked.ok ? spec.score(drawn, checked.response) : incomplete(checked.message);
  }

  function read(drawn: Drawn<C>, value: unknown): R | null {
    const checked = check(drawn, value);
    return checked?.ok ? checked.response : null;
  }

  function feedback(drawn: Drawn<C>, value: unknown, options: { revealKey: false }): Review<N, V>;
  function feedback(drawn: Drawn<C>, value: unknown, options: { revealKey: true }): KeyedReview<N, V, K>;
  function feedback(
    drawn: Drawn<C>,
    value: unknown,
    options: { revealKey: boolean },
  ): Review<N, V> | KeyedReview<N, V, K>;
  function feedback(drawn: Drawn<C>, value: unknown, { revealKey }: { revealKey: boolean }) {
    const checked = check(drawn, value);
    const outcome = outcomeOf(drawn, checked);
    const head: ReviewHead<N> = {
      type: spec.name,
      verdict: verdictOf(outcome),
      ...(outcome.kind === 'scored' && outcome.parts ? { parts: outcome.parts } : {}),
      ...(outcome.kind === 'incomplete' ? { message: outcome.message } : {}),
    };
    const review: ReviewHead<N> & V = {
      ...head,
      ...spec.feedback(drawn, checked?.ok ? checked.response : null, outcome),
    };
    return revealKey ? { ...review, key: spec.key(drawn) } : review;
  }

  return {
    ...spec,
    draw: (content, seed) => alreadyDrawn(spec.draw(content, seed)),
    toPublic: (drawn) => ({ type: spec.name, ...spec.toPublic(drawn) }),
    checkResponse,
    score: (drawn, value) => outcomeOf(drawn, check(drawn, value)),
    feedback,
    summarise: (drawn, value) => {
      const response = read(drawn, value);
      return response === null ? '' : spec.summarise(drawn, response);
    },
    classify: (drawn, value) => {
      const response = read(drawn, value);
      return response === null ? [] : spec.classify(drawn, response);
    },
  };
}
