import type { ReviewOf } from '../any-type';
import type { ReviewProps } from '../define-ui';
import { OptionReview } from '../ui/option-review';
import { VerdictLine } from '../ui/review-parts';
import type { multipleResponse } from './index';

/** All options, with a verdict and feedback on those chosen, and how the points came about. */
export function MultipleResponseReview({ review, whose }: ReviewProps<ReviewOf<typeof multipleResponse>>) {
  const { right, wrong, of } = review.tally;
  return (
    <>
      <VerdictLine review={review} />
      {review.verdict === 'partly-correct' || (right > 0 && wrong > 0) ? (
        <p className="-mt-2 mb-4 font-sans text-ink-2 text-ui-s">
          {whose.chose} {right} of the {of} right {of === 1 ? 'option' : 'options'}
          {wrong > 0 ? ` and ${wrong} that ${wrong === 1 ? 'is' : 'are'} not right` : ''}, which counts as{' '}
          {Math.max(0, right - wrong)} of {of}.
        </p>
      ) : null}
      <OptionReview whose={whose} options={review.options} right={review.key?.options} />
    </>
  );
}
