'use client';

import type { PublicOf, ResponseOf } from '../any-type';
import type { AskProps, QuestionView } from '../define-ui';
import { formatNumber, readNumber, startsWithMinus } from '../number';
import { TextField } from '../ui/text-field';
import { useSettled } from '../ui/use-settled';
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

/** A number: one line to type in, which says how it reads what was typed. */
export const numericView: QuestionView<Numeric> = {
  Ask,
  problemOf({ unit }, { text }) {
    const status = statusOf(text, unit);
    return status?.wrong ? status.text : null;
  },
};
