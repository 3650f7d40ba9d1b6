import { z } from 'zod';
import { bestFirst, feedbackOfRule, fullyAccepted, matchRule, renderRules } from '../accepted';
import { defineType } from '../define';
import { typedText } from '../fields';
import type { Rich } from '../inline';
import { NOT_ANSWERED, scored } from '../outcome';
import { describePattern, isLiteral, matchesPattern, normaliseText, readPattern, textOfPattern } from '../text';
import { content, type ShortTextContent } from './content';
import { examples } from './examples';

/** What was typed, as it was typed. Longer than any term, short enough that no pattern takes long. */
const response = z.strictObject({ text: typedText(200) });

export type ShortTextResponse = z.infer<typeof response>;

export interface ShortTextPublic {
  readonly caseMatters: boolean;
}
/** `given` is what was typed, null if nothing. */
export interface ShortTextVerdicts {
  readonly given: string | null;
  readonly feedback?: Rich;
}
/** What earns all points, without the patterns where a plain text says it. */
export interface ShortTextKey {
  readonly accepted: readonly string[];
}

/** A term. Which differences of spelling do not matter is told in `../text.ts`. */
export const shortText = defineType({
  name: 'short-text',
  title: 'Short text',
  content,
  response,
  openPaths: [],
  examples,
  renderText: renderRules,

  draw: (content) => content,
  toPublic: (content): ShortTextPublic => ({ caseMatters: content.case === 'match' }),

  score(content, { text }) {
    if (isBlank(text)) return NOT_ANSWERED;
    return scored(ruleFor(content, text)?.fraction ?? 0);
  },
  summarise: (_, { text }) => text.replace(/\s+/g, ' ').trim(),
  classify(content, { text }) {
    if (isBlank(text)) return [];
    const matched = ruleFor(content, text);
    return [
      matched ? { id: matched.id, label: matched.rule.text } : { id: 'other', label: normaliseText(text, 'match') },
    ];
  },
  guessFraction: () => 0,

  feedback(content, response): ShortTextVerdicts {
    if (response === null || isBlank(response.text)) return { given: null };
    return { given: response.text.trim(), ...feedbackOfRule(ruleFor(content, response.text)) };
  },
  key(content): ShortTextKey {
    const full = fullyAccepted(content.accept).map(({ text }) => text);
    const literal = full.filter((text) => isLiteral(readPattern(text, content.case)));
    return { accepted: (literal.length > 0 ? literal : full).map(describePattern) };
  },
  sampleResponses: ({ accept, misreadings = [] }) =>
    [...bestFirst(accept), ...misreadings].map(({ text }) => ({ text: textOfPattern(text) })),
});

/** Invisible characters alone are no response. */
function isBlank(text: string): boolean {
  return normaliseText(text) === '';
}

function ruleFor(content: ShortTextContent, text: string) {
  return matchRule(content, (rule) => matchesPattern(text, readPattern(rule.text, content.case), content.case));
}
