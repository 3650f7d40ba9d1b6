import { z } from 'zod';
import { feedbackFields, optionId, stop, words } from '../fields';
import { checkNamesDiffer } from '../options';

const entry = z.strictObject({
  id: optionId,
  text: words('the text of the entry'),
  html: z.string().exactOptional(),
  ...feedbackFields,
  /** The author's id, once a letter stands in its place. */
  origin: optionId.exactOptional(),
});

/** The YAML fields of an ordering; `fromTo` is `from-to`. The entries stand in the right order, drawn or not. */
export const content = z
  .strictObject({
    fromTo: words('what “first” means, such as: Earliest first', 200),
    entries: z
      .array(entry, { error: 'Write the entries as a list, in the right order: each with id and text.' })
      .min(3, stop('Write at least three entries: two that never stand right at first would give the order away.'))
      .max(12, stop('Write at most twelve entries: more cannot be held in mind.')),
  })
  .superRefine(({ entries }, ctx) => checkNamesDiffer(entries, 'entries', ctx));

export type Entry = z.infer<typeof entry>;
export type OrderingContent = z.infer<typeof content>;
