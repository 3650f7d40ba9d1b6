'use client';

import type { PublicOf, ResponseOf, ReviewOf } from '../any-type';
import type { AskProps, QuestionView, ReviewProps } from '../define-ui';
import { placeOfKey } from '../letters';
import { AskFrame } from '../ui/ask-frame';
import { OptionReview } from '../ui/option-review';
import { OptionRow } from '../ui/option-row';
import { VerdictLine } from '../ui/review-parts';
import { useWhose } from '../ui/whose';
import type { multipleResponse } from './index';

type MultipleResponse = typeof multipleResponse;
type Response = ResponseOf<MultipleResponse> | null;

/** The response with an option ticked or not. Letters stand in order, so that the same boxes give the same response. */
function ticked(response: Response, id: string, checked: boolean): Response {
  const others = (response?.choices ?? []).filter((other) => other !== id);
  const choices = checked ? [...others, id].sort() : others;
  return choices.length === 0 ? null : { choices };
}

function Ask({
  question,
  response,
  onChange,
  ...frame
}: AskProps<PublicOf<MultipleResponse>, ResponseOf<MultipleResponse>>) {
  return (
    <AskFrame
      {...frame}
      hint="Choose all that apply. A wrong choice takes away what a right one earns, never below zero."
    >
      <div className="mb-3 border-line border-t">
        {question.options.map((option) => (
          <OptionRow
            key={option.id}
            kind="checkbox"
            option={option}
            checked={response?.choices.includes(option.id) ?? false}
            idPrefix={frame.idPrefix}
            onChange={(checked) => onChange(ticked(response, option.id, checked))}
          />
        ))}
      </div>
    </AskFrame>
  );
}

function Review({ review }: ReviewProps<ReviewOf<MultipleResponse>>) {
  const whose = useWhose();
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
      <OptionReview options={review.options} right={review.key?.options} />
    </>
  );
}

/** Several of several: checkboxes. */
export const multipleResponseView: QuestionView<MultipleResponse> = {
  Ask,
  Review,
  keyToResponse({ options }, response, key) {
    const option = options[placeOfKey(key) ?? -1];
    return option && ticked(response, option.id, !response?.choices.includes(option.id));
  },
};
