import { z } from 'zod';
import { defineType } from '../define';
import { letter, stop } from '../fields';
import { plainText } from '../inline';
import {
  checkKeyNamesOption,
  checkNamesDiffer,
  classifyOptions,
  drawOptions,
  optionsSchema,
  type PublicOption,
  publicOption,
  type ReviewedOption,
  renderTexts,
  reviewOptions,
} from '../options';
import { NOT_ANSWERED, scoredParts } from '../outcome';
import { examples } from './examples';

const content = z
  .strictObject({
    options: optionsSchema,
    key: z
      .array(z.string({ error: 'Write the ids of options, such as [a, c].' }), {
        error: 'Write the key as a list of the right options, such as [a, c].',
      })
      .min(1, stop('Name at least one right option.')),
    fixed: z.boolean({ error: 'Write true or false.' }).exactOptional(),
  })
  .superRefine(({ options, key }, ctx) => {
    checkNamesDiffer(options, 'options', ctx);
    key.forEach((id, i) => {
      const problem = key.indexOf(id) < i ? `${id} stands in the key twice.` : checkKeyNamesOption(id, options);
      if (problem) ctx.addIssue({ code: 'custom', path: ['key', i], message: problem });
    });
    if (options.every((option) => key.includes(option.id))) {
      const message = 'Every option is right, so ticking all would earn everything. Add one that is not.';
      ctx.addIssue({ code: 'custom', path: ['key'], message });
    }
    options.forEach((option, i) => {
      if (option.feedback !== undefined) return;
      const message = `Write feedback for option ${option.id}: why it belongs to the answer, or the misreading it comes from.`;
      ctx.addIssue({ code: 'custom', path: ['options', i, 'feedback'], message });
    });
  });

const response = z.strictObject({
  choices: z
    .array(letter)
    .max(9)
    .refine((choices) => new Set(choices).size === choices.length),
});

export type MultipleResponseContent = z.infer<typeof content>;
export type MultipleResponseResponse = z.infer<typeof response>;

export interface MultipleResponsePublic {
  readonly options: readonly PublicOption[];
}
/** How the fraction came about: `right` and `wrong` of the chosen ones, `of` right ones in all. */
export interface MultipleResponseVerdicts {
  readonly options: readonly ReviewedOption[];
  readonly tally: { readonly right: number; readonly wrong: number; readonly of: number };
}
/** `options` are the letters of the right ones. */
export interface MultipleResponseKey {
  readonly options: readonly string[];
}

/**
 * Several of several, scored right minus wrong: with n right options, each one chosen earns 1/n and each wrong one chosen takes 1/n
 * away, never below zero. So ticking everything never earns everything, and an option that one is in two minds about gains as
 * much as it risks. The Open University's type for Moodle does the same (https://github.com/moodleou/moodle-qtype_oumultiresponse).
 */
export const multipleResponse = defineType({
  name: 'multiple-response',
  title: 'Several of several',
  content,
  response,
  openPaths: ['options.*.text', 'options.*.html'],
  examples,
  renderText: (content, render) => ({ ...content, options: renderTexts(content.options, render) }),

  draw(content, seed) {
    const { options, letterOf } = drawOptions(content.options, seed, content.fixed);
    return { ...content, options, key: content.key.map(letterOf).sort() };
  },
  fits: ({ options }, { choices }) => choices.every((id) => options.some((option) => option.id === id)),
  toPublic: ({ options }): MultipleResponsePublic => ({ options: options.map(publicOption) }),

  score({ key }, { choices }) {
    if (choices.length === 0) return NOT_ANSWERED;
    const { right, wrong, of } = tally(key, choices);
    return scoredParts(Math.max(0, right - wrong), of);
  },
  summarise: ({ options }, { choices }) =>
    options
      .filter((option) => choices.includes(option.id))
      .map((option) => plainText(option.text))
      .join('; '),
  classify: ({ options }, { choices }) => classifyOptions(options, choices),
  guessFraction: ({ options, key }) => blindFraction(key.length, options.length - key.length),

  feedback: ({ options, key }, response): MultipleResponseVerdicts => ({
    options: reviewOptions(options, response?.choices ?? [], key),
    tally: tally(key, response?.choices ?? []),
  }),
  key: ({ key }): MultipleResponseKey => ({ options: key }),
  sampleResponses({ options, key }) {
    const wrong = options.map(({ id }) => id).filter((id) => !key.includes(id));
    const samples = [
      key,
      key.slice(1),
      ...wrong.map((id) => [...key, id]),
      ...wrong.map((id) => [...key.slice(1), id]),
      wrong,
    ];
    return samples.filter((choices) => choices.length > 0).map((choices) => ({ choices: [...choices].sort() }));
  },
});

function tally(key: readonly string[], choices: readonly string[]): MultipleResponseVerdicts['tally'] {
  const right = choices.filter((id) => key.includes(id)).length;
  return { right, wrong: choices.length - right, of: key.length };
}

/** What tossing a coin for every option earns on average. */
function blindFraction(right: number, wrong: number): number {
  let sum = 0;
  for (let r = 0; r <= right; r++) {
    for (let w = 0; w < r && w <= wrong; w++) sum += ways(right, r) * ways(wrong, w) * (r - w);
  }
  return sum / (right * 2 ** (right + wrong));
}

/** In how many ways k of n can be chosen. */
function ways(n: number, k: number): number {
  return k === 0 ? 1 : (ways(n, k - 1) * (n - k + 1)) / k;
}
