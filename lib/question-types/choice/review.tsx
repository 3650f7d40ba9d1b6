import type { ReviewOf } from '../any-type';
import type { ReviewProps } from '../define-ui';
import { OptionReview } from '../ui/option-review';
import { VerdictLine } from '../ui/review-parts';
import type { choice } from './index';

/** All options, with a verdict and feedback on the one chosen. */
export function ChoiceReview({ review, whose }: ReviewProps<ReviewOf<typeof choice>>) {
  return (
    <>
      <VerdictLine review={review} />
      <OptionReview whose={whose} options={review.options} right={review.key && [review.key.option]} />
    </>
  );
}
