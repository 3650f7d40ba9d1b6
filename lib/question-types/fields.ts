import { z } from 'zod';

/** Fields that several types share, with messages that tell an instructor what to write instead. */

/** A message after which nothing further is checked: what is misshapen would only be reported twice. */
export function stop(error: string) {
  return { error, abort: true };
}

/** An author's id of an option or entry: short, and of characters that no tool will misread. */
export const optionId = z
  .string({ error: (issue) => mustBeText('an id, such as a', issue.input) })
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, stop('Write the id in small letters and digits, such as a or radar-incident.'));

/** A text that must be there; `what` completes “Write …”. Lengths are of characters. */
export function words(what: string, max = 1_000) {
  return z
    .string({ error: (issue) => mustBeText(what, issue.input) })
    .trim()
    .min(1, stop(`Write ${what}.`))
    .max(max, stop(`Write ${what} in at most ${max} characters.`));
}

/** Feedback: inline Markdown, and its stored HTML once `renderText` has been there. */
export const feedbackFields = {
  feedback: words('feedback: the misreading that leads here', 2_000).exactOptional(),
  feedbackHtml: z.string().exactOptional(),
};

/** The letter of a drawn option or entry, as responses name it. */
export const letter = z.string().regex(/^[a-z]$/);

/** What a student typed: one line, and no character that Postgres cannot store (NUL, half a surrogate pair). */
export function typedText(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u);
}

/** A share of the points, for a response that is partly right. */
export const fractionField = z
  .number({ error: 'Write the fraction as a number between 0 and 1, such as 0.5.' })
  .gt(0, stop('A fraction is above 0. What earns nothing belongs under misreadings.'))
  .lte(1, stop('A fraction is at most 1: all points.'))
  .exactOptional();

/** Fields that only Lectern writes. In a course file they are refused, or a file could bring its own HTML past the sanitiser. */
export const RESERVED_FIELDS: readonly string[] = ['html', 'feedbackHtml', 'origin'];

function mustBeText(what: string, found: unknown): string {
  if (found === undefined || found === null) return `Write ${what}.`;
  return `${JSON.stringify(found).slice(0, 40)} is not read as text: write it in quotation marks.`;
}
