import { z } from 'zod';
import { defineType } from '../define';
import { letter } from '../fields';
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
import { scored } from '../outcome';
import { examples } from './examples';

const content = z
  .strictObject({
    options: optionsSchema,
    key: z.string({ error: 'Write the key: the id of the one right option.' }),
    fixed: z.boolean({ error: 'Write true or false.' }).exactOptional(),
  })
  .superRefine(({ options, key }, ctx) => {
    checkNamesDiffer(options, 'options', ctx);
    const problem = checkKeyNamesOption(key, options);
    if (problem) ctx.addIssue({ code: 'custom', path: ['key'], message: problem });
    options.forEach((option, i) => {
      if (option.id === key || option.feedback !== undefined || problem) return;
      const message = `Option ${option.id} is not the key: write feedback that names the misreading it comes from.`;
      ctx.addIssue({ code: 'custom', path: ['options', i, 'feedback'], message });
    });
  });

const response = z.strictObject({ choice: letter });

export type ChoiceContent = z.infer<typeof content>;
export type ChoiceResponse = z.infer<typeof response>;

export interface ChoicePublic {
  readonly options: readonly PublicOption[];
}
export interface ChoiceVerdicts {
  readonly options: readonly ReviewedOption[];
}
/** `option` is the letter of the right one. */
export interface ChoiceKey {
  readonly option: string;
}

/** One of several: all points for the key, none for a distractor. */
export const choice = defineType({
  name: 'choice',
  title: 'One of several',
  content,
  response,
  openPaths: ['options.*.text', 'options.*.html'],
  examples,
  renderText: (content, render) => ({ ...content, options: renderTexts(content.options, render) }),

  draw(content, seed) {
    const { options, letterOf } = drawOptions(content.options, seed, content.fixed);
    return { ...content, options, key: letterOf(content.key) };
  },
  fits: ({ options }, { choice }) => options.some((option) => option.id === choice),
  toPublic: ({ options }): ChoicePublic => ({ options: options.map(publicOption) }),

  score: ({ key }, { choice }) => scored(choice === key ? 1 : 0),
  summarise: ({ options }, { choice }) => plainText(options.find((option) => option.id === choice)?.text ?? ''),
  classify: ({ options }, { choice }) => classifyOptions(options, [choice]),
  guessFraction: ({ options }) => 1 / options.length,

  feedback: ({ options, key }, response): ChoiceVerdicts => ({
    options: reviewOptions(options, response ? [response.choice] : [], [key]),
  }),
  key: ({ key }): ChoiceKey => ({ option: key }),
  sampleResponses: ({ options, key }) =>
    [key, ...options.map(({ id }) => id).filter((id) => id !== key)].map((choice) => ({ choice })),
});
