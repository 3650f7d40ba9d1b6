import { z } from 'zod';
import { bestFirst, feedbackOfRule, fullyAccepted, type Matched, matchRule, renderRules } from '../accepted';
import { defineType } from '../define';
import { typedText } from '../fields';
import type { Rich } from '../inline';
import { formatNumber, readNumber } from '../number';
import { incomplete, NOT_ANSWERED, scored } from '../outcome';
import { content, type NumberRule, type NumericContent } from './content';
import { examples } from './examples';
import { describeRange, isWithin, middleOf } from './range';

/** What was typed, as it was typed: how it is read may be judged again. */
const response = z.strictObject({ text: typedText(60) });

export type NumericResponse = z.infer<typeof response>;

export interface NumericPublic {
  readonly unit?: string;
  readonly example?: string;
}
/** `given` is what was typed, null if nothing; `readsAs` the number that was read from it, where it looks different. */
export interface NumericVerdicts {
  readonly given: string | null;
  readonly readsAs?: string;
  readonly unit?: string;
  readonly feedback?: Rich;
}
/** What earns all points, in words. */
export interface NumericKey {
  readonly accepted: readonly string[];
}

/** A number, with tolerance or a range. Of the accepted numbers that fit, the best-paid counts. */
export const numeric = defineType({
  name: 'numeric',
  title: 'Number',
  content,
  response,
  openPaths: ['unit', 'example'],
  examples,
  renderText: renderRules,

  draw: (content) => content,
  toPublic: ({ unit, example }): NumericPublic => ({
    ...(unit === undefined ? {} : { unit }),
    ...(example === undefined ? {} : { example }),
  }),

  score(content, { text }) {
    if (text.trim() === '') return NOT_ANSWERED;
    const number = readNumber(text, content.unit);
    if (number.kind === 'problem') return incomplete(number.message);
    return scored(ruleFor(content, number.value)?.fraction ?? 0);
  },
  summarise: (_, { text }) => text.replace(/\s+/g, ' ').trim(),
  classify(content, { text }) {
    const given = text.trim();
    if (given === '') return [];
    const number = readNumber(given, content.unit);
    if (number.kind === 'problem') return [{ id: 'not-readable', label: given }];
    const matched = ruleFor(content, number.value);
    if (matched === null) return [{ id: 'other', label: formatNumber(number.value) }];
    return [{ id: matched.id, label: describeRange(matched.rule) }];
  },
  guessFraction: () => 0,

  feedback(content, response): NumericVerdicts {
    const given = response?.text.trim() || null;
    const unit = content.unit === undefined ? {} : { unit: content.unit };
    const number = readNumber(given ?? '', content.unit);
    if (given === null || number.kind === 'problem') return { given, ...unit };
    const readsAs = formatNumber(number.value);
    return {
      given,
      ...(readsAs === given ? {} : { readsAs }),
      ...unit,
      ...feedbackOfRule(ruleFor(content, number.value)),
    };
  },
  key: ({ accept }): NumericKey => ({ accepted: fullyAccepted(accept).map(describeRange) }),
  sampleResponses: ({ accept, misreadings = [] }) =>
    [...bestFirst(accept), ...misreadings].map((rule) => ({ text: String(middleOf(rule)) })),
});

function ruleFor(content: NumericContent, number: number): Matched<NumberRule> | null {
  return matchRule(content, (rule) => isWithin(number, rule));
}
