'use client';

import type { PublicOf, ResponseOf, ReviewOf } from '../any-type';
import type { AskProps, QuestionView, ReviewProps } from '../define-ui';
import { AcceptedField, Feedback, ReviewField, VerdictLine } from '../ui/review-parts';
import { TextField } from '../ui/text-field';
import { useWhose } from '../ui/whose';
import type { shortText } from './index';

type ShortText = typeof shortText;

function Ask({ question, response, onChange, ...field }: AskProps<PublicOf<ShortText>, ResponseOf<ShortText>>) {
  return (
    <TextField
      {...field}
      label="Your answer"
      value={response?.text ?? ''}
      onChange={(text) => onChange(text === '' ? null : { text })}
      maxLength={200}
      inputMode="text"
      size="long"
      hint={
        question.caseMatters
          ? 'Capital and small letters count as different here.'
          : 'Spelling counts; capital letters do not.'
      }
    />
  );
}

function Review({ review }: ReviewProps<ReviewOf<ShortText>>) {
  const whose = useWhose();
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

/** A term: one line to type in. */
export const shortTextView: QuestionView<ShortText> = { Ask, Review };
