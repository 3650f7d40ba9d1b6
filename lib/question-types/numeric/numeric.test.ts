import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAuthored } from '../registry';
import { alreadyDrawn } from '../shapes';
import { numeric } from './index';
import { describeRange, isWithin } from './range';

const year = alreadyDrawn({
  unit: 'year',
  accept: [{ value: 1965 }, { from: 1960, to: 1969, fraction: 0.5, feedback: 'The right decade.' }],
  misreadings: [{ value: 2015, feedback: 'That was the *other* agreement.' }],
});

describe('a tolerance', () => {
  it.each([
    [2.6, { value: 2.5, tolerance: 0.1 }, true],
    [2.4, { value: 2.5, tolerance: 0.1 }, true],
    [2.600001, { value: 2.5, tolerance: 0.1 }, false],
    [0.3, { value: 0.1 + 0.2 }, true],
    [10, { from: 10, to: 20 }, true],
    [20, { from: 10, to: 20 }, true],
    [20.000001, { from: 10, to: 20 }, false],
    [0, { value: 0 }, true],
    [-1965, { value: 1965 }, false],
  ])('%d against %j: %s', (number, range, expected) => {
    expect(isWithin(number, range)).toBe(expected);
  });

  it('holds both its ends, as an instructor would reckon them with a pencil', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 0, max: 999 }), (cents, off) => {
        const range = { value: cents / 100, tolerance: off / 100 };
        expect(isWithin((cents + off) / 100, range)).toBe(true);
        expect(isWithin((cents - off - 1) / 100, range)).toBe(false);
      }),
    );
  });
});

describe('points', () => {
  it('are those of the best-paid number that fits, wherever it stands in the list', () => {
    const reversed = alreadyDrawn({ ...year, accept: [...year.accept].reverse() });
    for (const content of [year, reversed]) {
      expect(numeric.score(content, { text: '1965' })).toMatchObject({ fraction: 1, verdict: 'correct' });
      expect(numeric.score(content, { text: '1961' })).toMatchObject({ fraction: 0.5, verdict: 'partly-correct' });
    }
  });

  it('wait for a readable number, and the student is told what was found', () => {
    const review = numeric.feedback(year, { text: 'nineteen sixty-five' }, { revealKey: false });
    expect(numeric.score(year, { text: 'nineteen sixty-five' }).kind).toBe('incomplete');
    expect(review).toMatchObject({ verdict: 'not-readable', given: 'nineteen sixty-five' });
    expect(review.message).toContain('“nineteen sixty-five” is not a number');
  });
});

describe('a review', () => {
  it('shows what was typed, how it was read and the feedback that fits, and the accepted number only with the key', () => {
    const review = numeric.feedback(year, { text: ' ２０１５ ' }, { revealKey: false });
    expect(review).toEqual({
      type: 'numeric',
      verdict: 'not-correct',
      given: '２０１５',
      readsAs: '2015',
      unit: 'year',
      feedback: { text: 'That was the other agreement.' },
    });
    expect(numeric.feedback(year, null, { revealKey: true }).key).toEqual({ accepted: ['1965'] });
  });

  it.each([
    [{ value: 2.5, tolerance: 0.1 }, '2.5 ± 0.1'],
    [{ from: -10, to: 12_500 }, '−10 to 12\u202f500'],
    [{ value: 1965, tolerance: 0 }, '1965'],
  ])('says %j as %s', (range, words) => {
    expect(describeRange(range)).toBe(words);
  });
});

describe('item analysis', () => {
  it('counts equal numbers together, however they were typed', () => {
    const ids = (text: string) => numeric.classify(year, { text });
    expect(ids('1965')).toEqual([{ id: 'accept-1', label: '1965' }]);
    expect(ids('1 961')).toEqual([{ id: 'accept-2', label: '1960 to 1969' }]);
    expect(ids('2015')).toEqual([{ id: 'misreading-1', label: '2015' }]);
    expect(ids('1,5')).toEqual(ids('1.50'));
    expect(ids('?')).toEqual([{ id: 'not-readable', label: '?' }]);
  });
});

describe('an instructor who writes a question', () => {
  const messages = (value: unknown) => {
    const result = checkAuthored('numeric', value);
    return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it.each([
    [{ accept: [] }, 'accept: Accept at least one number.'],
    [
      { accept: [{ value: '1965' }] },
      'accept.0.value: Write a number with a decimal point and without quotation marks.',
    ],
    [
      { accept: [{ value: 1, from: 2 }] },
      'accept.0: Write either a value (with a tolerance, if you like) or from and to.',
    ],
    [{ accept: [{ from: 2, to: 1 }] }, 'accept.0.from: from is above to: exchange them.'],
    [{ accept: [{ value: 1, tolerance: -1 }] }, 'accept.0.tolerance: A tolerance is 0 or more.'],
    [
      { accept: [{ value: 1, fraction: 0.5 }] },
      'accept: Nothing earns all points. Leave out the fraction of the best response.',
    ],
    [
      { accept: [{ value: 1, fraction: 0 }] },
      'accept.0.fraction: A fraction is above 0. What earns nothing belongs under misreadings.',
    ],
    [
      { accept: [{ from: 1, to: 9 }], misreadings: [{ value: 3, feedback: 'x' }] },
      'misreadings.0: This is accepted as well, so its feedback would never be shown.',
    ],
    [
      { accept: [{ value: 1 }], misreadings: [{ value: 3 }] },
      'misreadings.0.feedback: Write feedback: the misreading that leads to this number.',
    ],
    [
      { accept: [{ value: -3 }], example: '5' },
      'example: A number below 0 is accepted: show an example with a minus, so that phones offer the key for it.',
    ],
    [
      { accept: [{ value: 1 }], example: '1,0' },
      'example: This example is accepted, so it gives the answer away. Show another number.',
    ],
    [{ accept: [{ value: 1 }], example: 1900 }, 'example: 1900 is not read as text: write it in quotation marks.'],
    [
      { accept: [{ value: 1 }], example: '1,900' },
      'example: Students could not type this: “1,900” can mean 1900 or 1.9. Write the one you mean without a comma.',
    ],
  ])('%j → %s', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });
});
