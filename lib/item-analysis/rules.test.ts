import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discrimination, facility, spread, thirds, verdict } from './rules';

const results = (pairs: readonly (readonly [number, number])[]) => pairs.map(([item, rest]) => ({ item, rest }));
const anyResults = fc.array(
  fc.record({ item: fc.double({ min: 0, max: 1, noNaN: true }), rest: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 60 },
);

describe('an instructor sees how a question worked', () => {
  it('facility is the share of the points earned: three of four right is 0.75', () => {
    expect(
      facility(
        results([
          [1, 0.9],
          [1, 0.8],
          [1, 0.2],
          [0, 0.1],
        ]),
      ),
    ).toBe(0.75);
  });

  it('discrimination is the correlation with the rest of the quiz, worked by hand', () => {
    // Items 1, 1, 0, 0 with rests 4, 3, 2, 1 of 4: covariance sum 2·0.25, squares 1 and 0.3125 → 0.5 / √0.3125 = 0.894…
    const worked = results([
      [1, 1],
      [1, 0.75],
      [0, 0.5],
      [0, 0.25],
    ]);
    expect(discrimination(worked)).toBeCloseTo(0.8944, 4);
  });

  it('a question that strong students miss has negative discrimination and asks to check the key', () => {
    const planted = Array.from({ length: 24 }, (_, i) => ({ item: i < 12 ? 1 : 0, rest: i / 23 }));
    expect(discrimination(planted)).toBeLessThan(0);
    expect(verdict(24, facility(planted), discrimination(planted))).toBe('check-key');
  });

  it('says nothing about a question that nineteen students took', () => {
    expect(verdict(19, 0.5, -0.4)).toBe('too-few');
    expect(verdict(20, 0.5, -0.4)).toBe('check-key');
  });

  it('accuses no key of what chance brings about in a class of this size', () => {
    expect(verdict(36, 0.89, -0.25)).toBe('chance');
    expect(verdict(36, 0.89, -0.3)).toBe('check-key');
    expect(verdict(200, 0.89, -0.25)).toBe('check-key');
    expect(verdict(200, 0.89, 0)).toBe('weak');
  });

  it('has no discrimination where everybody earned the same', () => {
    expect(
      discrimination(
        results([
          [1, 0.2],
          [1, 0.9],
        ]),
      ),
    ).toBeNull();
    expect(discrimination([])).toBeNull();
  });

  it('facility stays within 0…1 and discrimination within −1…1, whatever the class did', () => {
    fc.assert(
      fc.property(anyResults, (each) => {
        const [f, d] = [facility(each), discrimination(each)];
        expect(f === null || (f >= 0 && f <= 1 + 1e-9)).toBe(true);
        expect(d === null || (d >= -1 && d <= 1)).toBe(true);
      }),
    );
  });

  it('discrimination does not depend on the order of the students', () => {
    fc.assert(
      fc.property(anyResults, (each) => {
        const [forth, back] = [discrimination(each), discrimination(each.toReversed())];
        if (forth === null || back === null) expect(forth).toBe(back);
        else expect(forth).toBeCloseTo(back, 6);
      }),
    );
  });

  it('spread names mean, quartiles and ends: scores 1 to 5', () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({
      mean: 3,
      standardDeviation: Math.sqrt(2.5),
      lowest: 1,
      lowerQuartile: 2,
      median: 3,
      upperQuartile: 4,
      highest: 5,
    });
    expect(spread([])).toBeNull();
  });

  it('splits nine students into a lower three and an upper three', () => {
    const { lower, upper } = thirds([9, 1, 8, 2, 7, 3, 6, 4, 5], (score) => score);
    expect([lower, upper]).toEqual([
      [1, 2, 3],
      [7, 8, 9],
    ]);
    expect(thirds([1, 2], (score) => score)).toEqual({ lower: [], upper: [] });
  });
});
