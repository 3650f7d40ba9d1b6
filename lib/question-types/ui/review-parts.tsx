import type { ReactNode } from 'react';
import { Verdict } from '@/components/ui/verdict';
import type { Rich } from '../inline';
import type { ReviewHead } from '../shapes';
import { RichText } from './rich-text';

/** The first line of a review: the verdict in words, its parts where it has any, and why a response could not be read. */
export function VerdictLine({ review }: { review: ReviewHead }) {
  const { verdict, parts, message } = review;
  const detail = parts && verdict === 'partly-correct' ? `${parts.earned} of ${parts.of}` : undefined;
  return (
    <div className="mb-4 font-sans">
      <p className="font-semibold text-ui">
        <Verdict kind={verdict} detail={detail} />
      </p>
      {message === undefined ? null : <p className="mt-1 text-ink-2 text-ui-s">{message}</p>}
    </div>
  );
}

/** Feedback on what was chosen. */
export function Feedback({ words }: { words: Rich }) {
  return (
    <div className="review-aside mt-1.5">
      <RichText words={words} />
    </div>
  );
}

/** A named line of a review, such as “Your answer”. */
export function ReviewField({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-line border-t py-3 last:border-b">
      <dt className="font-sans text-ink-3 text-ui-s">{name}</dt>
      <dd className="mt-0.5 ms-0 font-serif text-ink text-read wrap-anywhere">{children}</dd>
    </div>
  );
}

/** The accepted response that stands first, and the others in small print. */
export function AcceptedField({ accepted }: { accepted: readonly string[] }) {
  const [first, ...others] = accepted;
  return (
    <ReviewField name="Correct answer">
      {first}
      {others.length === 0 ? null : (
        <p className="font-sans text-ink-3 text-ui-s">Also accepted: {others.join(' · ')}</p>
      )}
    </ReviewField>
  );
}
