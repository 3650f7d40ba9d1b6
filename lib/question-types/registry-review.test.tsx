import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { markup } from '@/components/ui/markup';
import { filesFor } from './contract-helpers';
import { questionType, typeNames } from './registry';
import { QuestionReview } from './registry-review';

const cases = typeNames.flatMap((name) => {
  const type = questionType(name);
  return type.examples.map(({ name, content }) => ({
    title: `${type.name}: ${name}`,
    type,
    drawn: type.draw(content, 'seed'),
  }));
});
const words = {
  correct: 'Correct',
  'partly-correct': 'Partly correct',
  'not-correct': 'Not correct',
  'not-answered': 'Not answered',
};

describe.each(cases)('$title', ({ type, drawn }) => {
  const responses = [null, ...type.sampleResponses(drawn)];

  it('says the verdict in words, for every response that students give', () => {
    for (const response of responses) {
      const review = type.feedback(drawn, response, { revealKey: false });
      const html = markup(<QuestionReview review={review} />);
      expect(html).toContain(words[review.verdict as keyof typeof words]);
      expect(html).not.toContain('Correct answer');
      expect(html).not.toContain('Correct order');
    }
  });

  it('shows the key only where the review has one', () => {
    const html = markup(<QuestionReview review={type.feedback(drawn, null, { revealKey: true })} />);
    expect(html).toMatch(/Correct (answer|order)/);
  });

  it('says whose answer it is', () => {
    for (const response of responses) {
      const review = type.feedback(drawn, response, { revealKey: true });
      expect(markup(<QuestionReview review={review} />)).not.toMatch(/student/i);
      expect(markup(<QuestionReview review={review} whose="student" />)).not.toMatch(/\byou/i);
    }
  });

  it('becomes the markup that React would make of it', () => {
    const unquoted = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
    for (const response of responses) {
      const element = <QuestionReview review={type.feedback(drawn, response, { revealKey: true })} />;
      expect(unquoted(markup(element))).toBe(unquoted(renderToStaticMarkup(element)));
    }
  });
});

it('nothing in a review runs in the browser', () => {
  const files = filesFor('registry-review.tsx')
    .map((path) => join(import.meta.dirname, path))
    .filter(existsSync);
  expect(files.length).toBeGreaterThan(typeNames.length);
  expect(files.filter((file) => readFileSync(file, 'utf8').startsWith("'use client'"))).toEqual([]);
});
