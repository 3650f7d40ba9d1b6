'use client';

import type { PublicOf, ResponseOf, ReviewOf } from '../any-type';
import type { AskProps, QuestionView, ReviewProps } from '../define-ui';
import { formatNumber, readNumber, startsWithMinus } from '../number';
import { AcceptedField, Feedback, ReviewField, VerdictLine } from '../ui/review-parts';
import { TextField } from '../ui/text-field';
import { useSettled } from '../ui/use-settled';
import { useWhose } from '../ui/whose';
import type { numeric } from './index';

type Numeric = typeof numeric;

/** What a typed text is taken for, where the student could doubt it. */
function statusOf(text: string, unit: string | undefined) {
  if (text.trim() === '') return null;
  const number = readNumber(text, unit);
  if (number.kind === 'problem') return { text: number.message, wrong: true };
  const readsAs = formatNumber(number.value);
  return readsAs === text.trim() ? null : { text: `Reads as ${readsAs}`, wrong: false };
}

function Ask({ question, response, onChange, ...field }: AskProps<PublicOf<Numeric>, ResponseOf<Numeric>>) {
  const { unit, example } = question;
  const text = response?.text ?? '';
  const settled = useSettled(text);
  return (
    <TextField
      {...field}
      label={unit === undefined ? 'Your answer, a number' : `Your answer (${unit})`}
      value={text}
      onChange={(text) => onChange(text === '' ? null : { text })}
      maxLength={60}
      inputMode={startsWithMinus(example ?? '') ? 'text' : 'decimal'}
      size="short"
      hint={example === undefined ? undefined : `For example ${example}`}
      status={settled ? statusOf(text, unit) : null}
    />
  );
}

function Review({ review }: ReviewProps<ReviewOf<Numeric>>) {
  const whose = useWhose();
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

/** A number: one line to type in, which says how it reads what was typed. */
export const numericView: QuestionView<Numeric> = {
  Ask,
  Review,
  problemOf({ unit }, { text }) {
    const status = statusOf(text, unit);
    return status?.wrong ? status.text : null;
  },
};
