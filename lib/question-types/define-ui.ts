import type { ComponentType, ReactNode } from 'react';
import type { PublicOf, ResponseOf, ReviewOf } from './any-type';
import type { WhoseWords } from './ui/whose';

/**
 * What a view of a question gets while it is answered. It is controlled and never saves: it shows `response` and asks for
 * another by `onChange`; null is "not answered". The stem stands above it, and names it through `stemId`.
 */
export interface AskProps<P, R> {
  readonly question: P;
  readonly response: R | null;
  readonly onChange: (response: R | null) => void;
  readonly disabled?: boolean | undefined;
  /** Begins every id in the view; unique on the page. */
  readonly idPrefix: string;
  /** The id of the element that holds the stem. */
  readonly stemId: string;
  /** The id of what else describes the question, such as its save state. */
  readonly describedBy?: string | undefined;
  /** Shown under the field: the save state of this question. */
  readonly saveHint?: ReactNode;
}

/** What a view of a review gets. The key is shown where the review has one. */
export interface ReviewProps<V> {
  readonly review: V;
  /** What the answer is called: “Your answer” for the student, “Student’s answer” for staff. */
  readonly whose: WhoseWords;
}

/**
 * How a type is shown afterwards: `review.tsx` of its folder exports one. It becomes markup on the server, so it is a plain
 * function of its props: no hooks, no handlers, no 'use client', and no such components in it (components/ui/static.tsx).
 */
export type ReviewView<T> = (props: ReviewProps<ReviewOf<T>>) => ReactNode;

/** How a type is answered: `ui.tsx` of its folder exports one. */
export interface QuestionView<T> {
  readonly Ask: ComponentType<AskProps<PublicOf<T>, ResponseOf<T>>>;
  /** The response after a key is pressed (`1` to `9`, `a` to `i`), null for none; undefined for a key that means nothing here. */
  keyToResponse?(question: PublicOf<T>, response: ResponseOf<T> | null, key: string): ResponseOf<T> | null | undefined;
  /** Why a response earns nothing as it stands, for the student to mend while they can; null where it can be judged. */
  problemOf?(question: PublicOf<T>, response: ResponseOf<T>): string | null;
}

/** Ids for `aria-describedby`, those that are there. */
export function describedByIds(...ids: (string | undefined | false)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}
