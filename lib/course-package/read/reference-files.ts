import { z } from 'zod';
import { cite, date, words } from './fields';

/** glossary.yaml, cast.yaml, record.yaml, timeline.yaml: each entry by its id. */

const langAdvice = 'Write the language of the native name, such as ko.';

export const GlossaryEntry = z.strictObject({
  term: words('the term', 120),
  text: words('one or two sentences', 2_000),
  cite: cite.exactOptional(),
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

export const CastEntry = z.strictObject({
  name: words('the name', 120),
  native: words('the name in its own writing', 120).exactOptional(),
  lang: z
    .string(langAdvice)
    .regex(/^[a-z]{2,3}$/, langAdvice)
    .exactOptional(),
  role: words('the office at the time of the article', 300),
  text: words('one or two sentences', 2_000),
  cite: cite.exactOptional(),
});
export type CastEntry = z.infer<typeof CastEntry>;

export const RecordEntry = z.strictObject({
  date,
  title: words('a title', 200),
  text: words('what happened', 2_000),
  where: words('where it can be checked', 1_000),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

export const TimelineEvent = z.strictObject({
  date,
  until: date.exactOptional(),
  lane: words('the lane, by its id', 60),
  title: words('a title', 200),
  text: words('what happened', 2_000),
  source: cite.exactOptional(),
  record: words('the id of an entry of record.yaml', 100).exactOptional(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** Lanes by id; events by id. */
export interface TimelineFile {
  readonly lanes: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, TimelineEvent>>;
}
