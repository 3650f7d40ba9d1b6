import type { ReviewOf } from '../any-type';
import type { ReviewProps } from '../define-ui';
import { AcceptedField, Feedback, ReviewField, VerdictLine } from '../ui/review-parts';
import type { shortText } from './index';

/** What was typed, and the accepted terms. */
export function ShortTextReview({ review, whose }: ReviewProps<ReviewOf<typeof shortText>>) {
  return (
    <>
      <VerdictLine review={review} />
      <dl className="m-0">
        {review.given === null ? null : (
          <ReviewField name={whose.answer}>
            {review.given}
            {review.feedback ? <Feedback words={review.feedback} /> : null}
          </ReviewField>
        )}
        {review.key ? <AcceptedField accepted={review.key.accepted} /> : null}
      </dl>
    </>
  );
}
