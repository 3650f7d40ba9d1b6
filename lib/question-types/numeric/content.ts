import { z } from 'zod';
import { checkSomethingEarnsAll } from '../accepted';
import { feedbackFields, fractionField, stop, words } from '../fields';
import { readNumber, startsWithMinus } from '../number';
import { covers, endsOf, isWithin } from './range';

const number = z.number({ error: 'Write a number with a decimal point and without quotation marks.' }).exactOptional();

const rangeFields = {
  value: number,
  tolerance: z
    .number({ error: 'Write the tolerance as a number.' })
    .nonnegative(stop('A tolerance is 0 or more.'))
    .exactOptional(),
  from: number,
  to: number,
};

const accept = z.strictObject({ ...rangeFields, fraction: fractionField, ...feedbackFields });
const misreading = z.strictObject({
  ...rangeFields,
  feedback: words('feedback: the misreading that leads to this number', 2_000),
  feedbackHtml: feedbackFields.feedbackHtml,
});

/** The YAML fields of a numeric question. */
export const content = z
  .strictObject({
    unit: words('the unit', 40).exactOptional(),
    accept: z
      .array(accept, { error: 'Write a list of what is accepted, such as - { value: 1965 }.' })
      .min(1, stop('Accept at least one number.'))
      .max(50),
    misreadings: z.array(misreading, { error: 'Write the misreadings as a list.' }).max(50).exactOptional(),
    example: words('the example', 40).exactOptional(),
  })
  .superRefine((content, ctx) => {
    const report = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    for (const field of ['accept', 'misreadings'] as const) {
      (content[field] ?? []).forEach((range, i) => {
        const ends = endsOf(range);
        if (ends === null) report([field, i], 'Write either a value (with a tolerance, if you like) or from and to.');
        else if (ends[0] > ends[1]) report([field, i, 'from'], 'from is above to: exchange them.');
      });
    }
    checkSomethingEarnsAll(content.accept, ctx);
    (content.misreadings ?? []).forEach((range, i) => {
      const accepted = content.accept.some((other) => covers(other, range));
      if (accepted) report(['misreadings', i], 'This is accepted as well, so its feedback would never be shown.');
    });
    const negative = content.accept.some((range) => (endsOf(range)?.[0] ?? 0) < 0);
    if (negative && !startsWithMinus(content.example ?? '')) {
      report(
        ['example'],
        'A number below 0 is accepted: show an example with a minus, so that phones offer the key for it.',
      );
    }
    if (content.example === undefined) return;
    const example = readNumber(content.example, content.unit);
    if (example.kind === 'problem') report(['example'], `Students could not type this: ${example.message}`);
    else if (content.accept.some((range) => isWithin(example.value, range))) {
      report(['example'], 'This example is accepted, so it gives the answer away. Show another number.');
    }
  });

export type NumericContent = z.infer<typeof content>;
export type NumberRule = z.infer<typeof accept> | z.infer<typeof misreading>;
