import { z } from 'zod';
import { checkSomethingEarnsAll } from '../accepted';
import { feedbackFields, fractionField, stop, words } from '../fields';
import { isLiteral, matchesAnything, matchesPattern, readPattern } from '../text';

const accept = z.strictObject({ text: words('the accepted text', 200), fraction: fractionField, ...feedbackFields });
const misreading = z.strictObject({
  text: words('the text of the misreading', 200),
  feedback: words('feedback: the misreading that leads to this text', 2_000),
  feedbackHtml: feedbackFields.feedbackHtml,
});

/** The YAML fields of a short-text question. */
export const content = z
  .strictObject({
    accept: z
      .array(accept, { error: 'Write a list of what is accepted, such as - { text: "THAAD" }.' })
      .min(1, stop('Accept at least one text.'))
      .max(50),
    case: z.enum(['ignore', 'match'], { error: 'Write case: ignore or case: match.' }).exactOptional(),
    misreadings: z.array(misreading, { error: 'Write the misreadings as a list.' }).max(50).exactOptional(),
  })
  .superRefine((content, ctx) => {
    const report = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    for (const field of ['accept', 'misreadings'] as const) {
      (content[field] ?? []).forEach(({ text }, i) => {
        const anything = matchesAnything(readPattern(text, content.case));
        if (anything) report([field, i, 'text'], 'This matches any response. Put letters beside the * or the ?.');
      });
    }
    checkSomethingEarnsAll(content.accept, ctx);
    (content.misreadings ?? []).forEach(({ text }, i) => {
      const literal = isLiteral(readPattern(text, content.case));
      const accepted =
        literal &&
        content.accept.some((other) => matchesPattern(text, readPattern(other.text, content.case), content.case));
      if (accepted)
        report(['misreadings', i, 'text'], 'This is accepted as well, so its feedback would never be shown.');
    });
  });

export type ShortTextContent = z.infer<typeof content>;
