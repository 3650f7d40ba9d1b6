import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';

/** Fields that several files share. Every message says what to write instead. */

export { words } from '@/lib/question-types/fields';

const KINDS = {
  c: 'a course',
  l: 'a lesson',
  p: 'a passage',
  q: 'a question',
  z: 'a quiz',
  o: 'an objective',
} as const;
export type IdKind = keyof typeof KINDS;

export const idPattern = (kind: IdKind): RegExp => new RegExp(`^${kind}-[a-z0-9]{4,32}$`);
export const idAdvice = (kind: IdKind): string =>
  `Write the id of ${KINDS[kind]}: ${kind}- and four or more of a–z 0–9 (\`course ids\` writes one that is new).`;

export const id = (kind: IdKind) => z.string({ error: idAdvice(kind) }).regex(idPattern(kind), stop(idAdvice(kind)));

const slugAdvice = 'Write the slug in small letters, digits and hyphens, such as courts-and-1965.';
export const slug = z
  .string({ error: slugAdvice })
  .max(60, stop('Write the slug in at most 60 characters.'))
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, stop(slugAdvice));

/** The key of an entry of a glossary, cast, timeline or record. */
export const ENTRY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const dateAdvice = 'Write a year, year-month or date, such as 2018-10-30.';
/** YAML reads a year as a number. */
export const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string({ error: dateAdvice })
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, stop(dateAdvice))
    .refine(isInCalendar, stop('Write a day that the month has.')),
);

/** False of 30 February. */
function isInCalendar(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const citeAdvice = 'Write paragraphs of the article as "¶3" or "¶3, ¶4".';
/** "¶3, ¶4" as [3, 4]. */
export const cite = z
  .string({ error: citeAdvice })
  .regex(/^¶\d{1,4}(?:,\s*¶\d{1,4})*$/, stop(citeAdvice))
  .transform((text) => text.split(',').map((each) => Number(each.trim().slice(1))));

export const list = <T extends z.ZodType>(item: T, what: string) =>
  z.array(item, { error: `Write ${what} as a list.` });
