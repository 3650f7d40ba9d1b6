import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquared, countPlaces } from '../chi-squared';
import { finalFraction } from '../outcome';
import { checkAuthored } from '../registry';
import { alreadyDrawn } from '../shapes';
import { multipleResponse } from './index';

const letters = [...'abcdefghi'];

/** A question of two to nine options of which some, but not all, are right. */
const question = fc
  .integer({ min: 2, max: 9 })
  .chain((count) =>
    fc.record({
      count: fc.constant(count),
      right: fc.subarray(letters.slice(0, count), { minLength: 1, maxLength: count - 1 }),
    }),
  )
  .map(({ count, right }) => ({
    options: letters.slice(0, count).map((id) => ({ id, text: `Option ${id}`, feedback: `Of ${id}.` })),
    key: right,
  }));
const fractionOf = (content: Parameters<typeof multipleResponse.draw>[0], choices: string[]) =>
  finalFraction(multipleResponse.score(alreadyDrawn(content), { choices })) ?? Number.NaN;

describe('a student’s paper', () => {
  it('T-LEAK-2: has each option in every place equally often, and the key goes with it', () => {
    const content = { options: [...'abcd'].map((id) => ({ id, text: id, feedback: id })), key: ['a', 'b'] };
    const papers = Array.from({ length: 2_000 }, (_, i) => multipleResponse.draw(content, `seed ${i}`));
    for (const origin of 'abcd') {
      const places = papers.map(({ options }) => options.findIndex((option) => option.origin === origin));
      expect(chiSquared(countPlaces(4, places))).toBeLessThan(16.3); // 3 degrees of freedom, p = 0.001
    }
    for (const { options, key } of papers) {
      expect(
        options
          .filter(({ id }) => key.includes(id))
          .map(({ text }) => text)
          .sort(),
      ).toEqual(['a', 'b']);
    }
  });
});

describe('points', () => {
  it('are all there for the right options and for no other choice', () => {
    fc.assert(
      fc.property(question, fc.subarray(letters), (content, some) => {
        const choices = some.filter((id) => content.options.some((option) => option.id === id));
        const same = choices.length === content.key.length && choices.every((id) => content.key.includes(id));
        expect(fractionOf(content, choices) === 1).toBe(same);
      }),
    );
  });

  it('are never all there for a student who ticks everything', () => {
    fc.assert(
      fc.property(question, (content) => {
        const everything = content.options.map(({ id }) => id);
        expect(fractionOf(content, everything)).toBeLessThan(1);
      }),
    );
  });

  it('never fall when a right option is added or a wrong one taken away, nor rise the other way', () => {
    fc.assert(
      fc.property(question, fc.subarray(letters), (content, some) => {
        const ids = content.options.map(({ id }) => id);
        const choices = some.filter((id) => ids.includes(id));
        for (const id of ids) {
          const without = choices.filter((chosen) => chosen !== id);
          const gain = fractionOf(content, [...without, id]) - fractionOf(content, without);
          expect(content.key.includes(id) ? gain >= 0 : gain <= 0).toBe(true);
        }
      }),
    );
  });

  it('are the same in whatever order the boxes were ticked', () => {
    fc.assert(
      fc.property(question, fc.shuffledSubarray(letters), (content, some) => {
        const choices = some.filter((id) => content.options.some((option) => option.id === id));
        expect(fractionOf(content, choices)).toBe(fractionOf(content, [...choices].sort()));
      }),
    );
  });

  it('for a guess are what tossing a coin for each option earns', () => {
    fc.assert(
      fc.property(question, (content) => {
        const ids = content.options.map(({ id }) => id);
        let sum = 0;
        for (let set = 0; set < 2 ** ids.length; set++)
          sum += fractionOf(
            content,
            ids.filter((_, i) => set & (1 << i)),
          );
        expect(multipleResponse.guessFraction(content)).toBeCloseTo(sum / 2 ** ids.length, 10);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a review', () => {
  const content = multipleResponse.examples[0]?.content;
  if (!content) throw new Error('The first example is missing.');

  it('says how the points came about, with feedback on what was ticked only', () => {
    const review = multipleResponse.feedback(alreadyDrawn(content), { choices: ['a', 'b', 'd'] }, { revealKey: false });
    expect(review).toMatchObject({
      verdict: 'partly-correct',
      parts: { earned: 1, of: 3 },
      tally: { right: 2, wrong: 1, of: 3 },
    });
    expect(review.options.map(({ verdict }) => verdict)).toEqual([
      'correct',
      'correct',
      undefined,
      'not-correct',
      undefined,
    ]);
    expect(review.options.map(({ feedback }) => feedback !== undefined)).toEqual([true, true, false, true, false]);
  });
});

describe('an instructor who writes a question', () => {
  it('is told of each mistake', () => {
    const options = [
      { id: 'a', text: 'One', feedback: 'Yes.' },
      { id: 'b', text: 'Two' },
    ];
    const messages = (value: unknown) => {
      const result = checkAuthored('multiple-response', value);
      return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    };
    const needsFeedback =
      'options.1.feedback: Write feedback for option b: why it belongs to the answer, or the misreading it comes from.';
    expect(messages({ options, key: ['a'] })).toEqual([needsFeedback]);
    expect(messages({ options, key: ['a', 'a', 'c'] })).toEqual([
      'key.1: a stands in the key twice.',
      'key.2: The key is c, but the options are a, b.',
      needsFeedback,
    ]);
    expect(messages({ options, key: ['a', 'b'] })).toContain(
      'key: Every option is right, so ticking all would earn everything. Add one that is not.',
    );
    expect(messages({ options, key: 'a' })).toContain(
      'key: Write the key as a list of the right options, such as [a, c].',
    );
  });
});
