'use client';

import type { PublicOf, ResponseOf } from '../any-type';
import type { AskProps, QuestionView } from '../define-ui';
import { placeOfKey } from '../letters';
import { AskFrame } from '../ui/ask-frame';
import { OptionRow } from '../ui/option-row';
import { QuietButton } from '../ui/quiet-button';
import type { choice } from './index';

type Choice = typeof choice;

function Ask({ question, response, onChange, ...frame }: AskProps<PublicOf<Choice>, ResponseOf<Choice>>) {
  function clear() {
    onChange(null);
    document.getElementById(`${frame.idPrefix}-option-${question.options[0]?.id}`)?.focus();
  }
  return (
    <AskFrame {...frame} hint="Choose one.">
      <div className="border-line border-t">
        {question.options.map((option) => (
          <OptionRow
            key={option.id}
            kind="radio"
            option={option}
            checked={response?.choice === option.id}
            idPrefix={frame.idPrefix}
            onChange={() => onChange({ choice: option.id })}
          />
        ))}
      </div>
      <div className="min-h-11">
        {response === null || frame.disabled ? null : <QuietButton onPress={clear}>Clear answer</QuietButton>}
      </div>
    </AskFrame>
  );
}

/** One of several: radio buttons. */
export const choiceView: QuestionView<Choice> = {
  Ask,
  keyToResponse({ options }, _, key) {
    const option = options[placeOfKey(key) ?? -1];
    return option && { choice: option.id };
  },
};
