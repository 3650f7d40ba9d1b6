'use client';

import type { PublicOf, ResponseOf } from '../any-type';
import type { AskProps, QuestionView } from '../define-ui';
import { TextField } from '../ui/text-field';
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

/** A term: one line to type in. */
export const shortTextView: QuestionView<ShortText> = { Ask };
