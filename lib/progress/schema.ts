import { z } from 'zod';

/** A name in an address: of a lesson, a quiz, a course. */
const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'This is not the address of a lesson.');
const passageKey = z.string().regex(/^p-[a-z0-9]{4,40}$/, 'This is not the id of a passage.');

/** Passages that were read, by the ids they carry on the page. A form that names one sends a single text. */
export const MarkPassagesRead = z.strictObject({
  lesson: slug,
  passages: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(passageKey).min(1).max(500)),
});
export type MarkPassagesRead = z.infer<typeof MarkPassagesRead>;

/** A whole lesson read: the button that works without JavaScript. */
export const MarkLessonRead = z.strictObject({ lesson: slug });
export type MarkLessonRead = z.infer<typeof MarkLessonRead>;

/** How much of a lesson the reader has read, after a change. */
export interface ReadSoFar {
  readonly read: number;
  readonly of: number;
}
