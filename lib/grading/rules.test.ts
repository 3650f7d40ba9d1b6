import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptOf } from './receipt';
import { decide, type GradedAttempt, pointsOf, totalOf } from './rules';

const attempt = (n: number, points: number, maxPoints = 10_000): GradedAttempt => ({
  id: `a${n}`,
  n,
  points,
  maxPoints,
});

describe('A grade', () => {
  const three = [attempt(3, 6000), attempt(1, 4000), attempt(2, 8000)];

  it('is the best, the last, the first or the average attempt, as the quiz says', () => {
    expect(decide('best', three, 10_000)).toEqual({ points: 8000, maxPoints: 10_000, attemptId: 'a2' });
    expect(decide('last', three, 10_000)).toEqual({ points: 6000, maxPoints: 10_000, attemptId: 'a3' });
    expect(decide('first', three, 10_000)).toEqual({ points: 4000, maxPoints: 10_000, attemptId: 'a1' });
    expect(decide('average', three, 10_000)).toEqual({ points: 6000, maxPoints: 10_000, attemptId: null });
  });

  it('compares attempts at papers of different points by their share, and of equals takes the earlier', () => {
    expect(decide('best', [attempt(1, 5000, 5000), attempt(2, 9000)], 10_000)?.attemptId).toBe('a1');
    expect(decide('best', [attempt(2, 5000), attempt(1, 5000)], 10_000)?.attemptId).toBe('a1');
  });

  it('is none without a graded attempt', () => {
    expect(decide('best', [], 10_000)).toBeNull();
  });

  it('never falls by a further attempt where the best counts, whatever the attempts', () => {
    const attempts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(attempts, fc.nat(10_000), (given, more) => {
        const before = given.map((points, i) => attempt(i + 1, points));
        const after = [...before, attempt(given.length + 1, more)];
        expect(decide('best', after, 10_000)?.points).toBeGreaterThanOrEqual(
          decide('best', before, 10_000)?.points ?? 0,
        );
      }),
    );
  });
});

describe('Points', () => {
  it('are whole and within 0 and what the item is worth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(100_000), (fraction, max) => {
        const points = pointsOf(fraction, max);
        expect(Number.isInteger(points) && points >= 0 && points <= max).toBe(true);
      }),
    );
    expect(pointsOf(2 / 3, 1000)).toBe(667);
  });

  it('sum up, unless a person must still grade something', () => {
    expect(totalOf([1000, 667, 0])).toBe(1667);
    expect(totalOf([1000, null])).toBeNull();
  });
});

describe('A receipt', () => {
  const covered = { position: 1, event_id: '7', payload_hash: 'abc' };

  it('is a short code to read aloud, and another one for anything else that could have been graded', () => {
    const code = receiptOf('x', [covered]);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receiptOf('x', [{ ...covered }])).toBe(code);
    const others = [
      receiptOf('y', [covered]),
      receiptOf('x', []),
      receiptOf('x', [{ ...covered, event_id: '8' }]),
      receiptOf('x', [{ ...covered, payload_hash: 'abd' }]),
      receiptOf('x', [{ ...covered, event_id: null, payload_hash: null }]),
    ];
    expect(new Set([code, ...others]).size).toBe(6);
  });
});
