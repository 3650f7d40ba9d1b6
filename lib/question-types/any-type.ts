import type { QuestionType } from './define';
import type { Drawn, KeyedReview, Review } from './shapes';

declare const opaque: unique symbol;

/** A value that only a question type's own functions can make and read; nobody can confuse two kinds of them. */
interface Opaque<What extends string> {
  readonly [opaque]: What;
}

/** Parsed content of a question of some type, key included. `parseContent` makes it. */
export type AnyContent = Opaque<'content'>;
/** A paper of some type, key included. `draw` makes it. */
export type AnyDrawn = Drawn<AnyContent>;
/** A parsed response of some type. */
export type AnyResponse = Opaque<'response'>;
/** A question of some type without its key. `toPublic` makes it; plain JSON, made for the browser. */
export type AnyPublic = Opaque<'public'> & { readonly type: string };
/** A review of some type without the key. */
export type AnyReview = Review<string, Opaque<'verdicts'>>;
/** A review of some type with the key. */
export type AnyKeyedReview = KeyedReview<string, Opaque<'verdicts'>, Opaque<'key'>>;

/** A question type of which only the name is known: what the registry gives, and what all rooms but the workshop use. */
export type AnyQuestionType = QuestionType<
  string,
  AnyContent,
  AnyResponse,
  Opaque<'public'>,
  Opaque<'verdicts'>,
  Opaque<'key'>
>;

type Inferred<T> =
  T extends QuestionType<infer N, infer C, infer R, infer P, infer V, infer K>
    ? {
        name: N;
        content: C;
        response: R;
        public: P & { readonly type: N };
        review: Review<N, V> | KeyedReview<N, V, K>;
      }
    : never;

/** The content of a type: `ContentOf<typeof choice>`. */
export type ContentOf<T> = Inferred<T>['content'];
/** The response of a type. */
export type ResponseOf<T> = Inferred<T>['response'];
/** The public question of a type. */
export type PublicOf<T> = Inferred<T>['public'];
/** The review of a type, with the key or without. */
export type ReviewOf<T> = Inferred<T>['review'];
