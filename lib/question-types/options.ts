import { z } from 'zod';
import { feedbackFields, optionId, stop, words } from './fields';
import { plainText, type Rich, rich } from './inline';
import { letterAt } from './letters';
import { random, shuffle } from './random';
import type { Classified } from './shapes';
import { normaliseText } from './text';

/** What choice and multiple-response share: a list of options, drawn, shown and reviewed alike. */

export const optionSchema = z.strictObject({
  id: optionId,
  text: words('the text of the option'),
  html: z.string().exactOptional(),
  ...feedbackFields,
  /** The author's id, once letters stand in its place. */
  origin: optionId.exactOptional(),
});
export type Option = z.infer<typeof optionSchema>;

/** Two to nine: one to choose from is no question, and only nine have a key of the keyboard. */
export const optionsSchema = z
  .array(optionSchema, { error: 'Write the options as a list: each with id, text and feedback.' })
  .min(2, stop('Write at least two options.'))
  .max(9, stop('Write at most nine options: a student cannot weigh more.'));

/** Something with an id and a text: an option, or an entry of an ordering. */
interface Named {
  readonly id: string;
  readonly text: string;
}

/** Reports ids and texts that occur twice in a list, at the second of them. `list` is the field's name. */
export function checkNamesDiffer(list: readonly Named[], field: string, ctx: z.RefinementCtx): void {
  list.forEach((item, i) => {
    const before = list.slice(0, i);
    const report = (name: 'id' | 'text', message: string) =>
      ctx.addIssue({ code: 'custom', path: [field, i, name], message });
    if (before.some((other) => other.id === item.id))
      report('id', `The id ${item.id} is used twice. Give each its own.`);
    const same = before.find((other) => normaliseText(other.text, 'match') === normaliseText(item.text, 'match'));
    if (same) report('text', `This says the same as ${same.id}. Students could not tell them apart.`);
  });
}

/** A problem for a key that names no option, at `path`; null where it does. */
export function checkKeyNamesOption(key: string, options: readonly Named[]): string | null {
  if (options.some((option) => option.id === key)) return null;
  return `The key is ${key}, but the options are ${options.map((option) => option.id).join(', ')}.`;
}

/** Options in drawn order (as written if `fixed`), lettered, and what became of an author's id. */
export function drawOptions(options: readonly Option[], seed: string, fixed: boolean | undefined) {
  const order = fixed ? options : shuffle(options, random(seed));
  const letters = new Map(order.map((option, place) => [option.id, letterAt(place)]));
  const letterOf = (id: string): string => {
    const letter = letters.get(id);
    if (letter === undefined) throw new Error(`No option has the id ${id}.`);
    return letter;
  };
  return {
    options: order.map((option) => ({ ...option, id: letterOf(option.id), origin: option.origin ?? option.id })),
    letterOf,
  };
}

/** Options with `html` and `feedbackHtml` set by a renderer. */
export function renderTexts<T extends Pick<Option, 'text' | 'feedback'>>(
  list: readonly T[],
  render: (text: string) => string,
): T[] {
  return list.map((item) => ({
    ...item,
    html: render(item.text),
    ...(item.feedback === undefined ? {} : { feedbackHtml: render(item.feedback) }),
  }));
}

/** An option as a student sees it while answering. */
export interface PublicOption extends Rich {
  readonly id: string;
}

export function publicOption(option: Pick<Option, 'id' | 'text' | 'html'>): PublicOption {
  return { id: option.id, ...rich(option.text, option.html) };
}

/** The feedback written for an option or entry, as a view receives it. */
export function feedbackOf(item: Pick<Option, 'feedback' | 'feedbackHtml'>): { feedback: Rich } | Record<never, never> {
  return item.feedback === undefined ? {} : { feedback: rich(item.feedback, item.feedbackHtml) };
}

/** An option in a review: verdict and feedback stand only on what was chosen, since the rest would tell the key. */
export interface ReviewedOption extends PublicOption {
  readonly chosen: boolean;
  readonly verdict?: 'correct' | 'not-correct';
  readonly feedback?: Rich;
}

export function reviewOptions(
  options: readonly Option[],
  chosen: readonly string[],
  right: readonly string[],
): ReviewedOption[] {
  return options.map((option) => {
    if (!chosen.includes(option.id)) return { ...publicOption(option), chosen: false };
    const verdict = right.includes(option.id) ? 'correct' : 'not-correct';
    return { ...publicOption(option), chosen: true, verdict, ...feedbackOf(option) };
  });
}

/** The options that a response chose, by the author's ids. */
export function classifyOptions(options: readonly Option[], chosen: readonly string[]): Classified[] {
  return options
    .filter((option) => chosen.includes(option.id))
    .map((option) => ({ id: option.origin ?? option.id, label: plainText(option.text) }));
}
