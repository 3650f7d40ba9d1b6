import type { ReviewOf } from '../any-type';
import type { ReviewProps } from '../define-ui';
import { AcceptedField, Feedback, ReviewField, VerdictLine } from '../ui/review-parts';
import type { numeric } from './index';

/** What was typed and how it was read, and the accepted numbers. */
export function NumericReview({ review, whose }: ReviewProps<ReviewOf<typeof numeric>>) {
  return (
    <>
      <VerdictLine review={review} />
      <dl className="m-0">
        {review.given === null ? null : (
          <ReviewField name={review.unit === undefined ? whose.answer : `${whose.answer} (${review.unit})`}>
            {review.given}
            {review.readsAs === undefined ? null : (
              <span className="font-sans text-ink-3 text-ui-s"> read as {review.readsAs}</span>
            )}
            {review.feedback ? <Feedback words={review.feedback} /> : null}
          </ReviewField>
        )}
        {review.key ? <AcceptedField accepted={review.key.accepted} /> : null}
      </dl>
    </>
  );
}
