'use client';

import type { PublicOf, ResponseOf } from '../any-type';
import type { AskProps, QuestionView } from '../define-ui';
import { placeOfKey } from '../letters';
import { AskFrame } from '../ui/ask-frame';
import { OptionRow } from '../ui/option-row';
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

/** Several of several: checkboxes. */
export const multipleResponseView: QuestionView<MultipleResponse> = {
  Ask,
  keyToResponse({ options }, response, key) {
    const option = options[placeOfKey(key) ?? -1];
    return option && ticked(response, option.id, !response?.choices.includes(option.id));
  },
};
