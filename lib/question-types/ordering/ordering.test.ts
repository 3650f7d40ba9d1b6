import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquared } from '../chi-squared';
import { finalFraction } from '../outcome';
import { checkAuthored } from '../registry';
import { alreadyDrawn } from '../shapes';
import { ordering } from './index';
import { blindFraction } from './pairs';

const letters = [...'abcdefghijkl'];
const ofLength = (n: number) => ({
  fromTo: 'Earliest first',
  entries: letters.slice(0, n).map((id) => ({ id, text: `Event ${id}`, feedback: `On ${id}.` })),
});
const fractionOf = (order: readonly string[]) =>
  finalFraction(ordering.score(alreadyDrawn(ofLength(order.length)), { order })) ?? Number.NaN;
const anyOrder = fc
  .integer({ min: 3, max: 12 })
  .chain((n) => fc.shuffledSubarray(letters.slice(0, n), { minLength: n, maxLength: n }));

describe('a student’s paper', () => {
  const papers = Array.from({ length: 2_300 }, (_, i) => ordering.draw(ofLength(4), `seed ${i}`));

  it('T-LEAK-2: shows every order but the right one, each equally often', () => {
    const counts = new Map<string, number>();
    for (const paper of papers) {
      const order = ordering
        .toPublic(paper)
        .entries.map(({ text }) => text.slice(-1))
        .join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.has('abcd')).toBe(false);
    expect(counts.size).toBe(23);
    expect(chiSquared([...counts.values()])).toBeLessThan(48.3); // 22 degrees of freedom, p = 0.001
  });

  it('letters its entries from the top, so that a letter tells nothing', () => {
    for (const paper of papers.slice(0, 50)) {
      expect(ordering.toPublic(paper).entries.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    }
  });

  it('looks the same whichever order is right', () => {
    const paper = ordering.draw(ofLength(4), 's');
    const other = alreadyDrawn({ ...paper, entries: [...paper.entries].reverse() });
    expect(ordering.toPublic(other)).toEqual(ordering.toPublic(paper));
  });
});

describe('points', () => {
  it('are all there for the right order and for no other', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(fractionOf(order) === 1).toBe([...order].sort().join() === order.join());
      }),
    );
  });

  it('never fall when two neighbours that stand wrongly are exchanged', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(), (order, n) => {
        const i = n % (order.length - 1);
        const [a = '', b = ''] = order.slice(i, i + 2);
        const exchanged = [...order.slice(0, i), b, a, ...order.slice(i + 2)];
        const gain = fractionOf(exchanged) - fractionOf(order);
        expect(a > b ? gain >= 0 : gain <= 0).toBe(true);
      }),
    );
  });

  it('forgive one entry in the wrong place more than an order turned round', () => {
    expect(fractionOf([...'bacdef'])).toBeCloseTo(13 / 15);
    expect(fractionOf([...'bcdefa'])).toBeCloseTo(5 / 15);
    expect(fractionOf([...'fedcba'])).toBe(0);
  });

  it('for a guess are what all orders earn on average', () => {
    const orders = (ids: string[]): string[][] =>
      ids.length < 2
        ? [ids]
        : ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
    for (const n of [3, 4, 5, 6]) {
      const all = orders(letters.slice(0, n)).map(fractionOf);
      expect(blindFraction(n)).toBeCloseTo(all.reduce((sum, fraction) => sum + fraction, 0) / all.length, 10);
    }
    expect(blindFraction(12)).toBeLessThan(0.1);
  });
});

describe('a response', () => {
  it.each([
    ['leaves an entry out', [...'abc']],
    ['names one that is not there', [...'abce']],
    ['names one twice', [...'aabc']],
  ])('is refused where it %s', (_, order) => {
    expect(ordering.checkResponse(alreadyDrawn(ofLength(4)), { order }).ok).toBe(false);
  });
});

describe('a review', () => {
  it('T-LEAK-1: says of every entry whether it is in its place, how many pairs stand in order, and not yet where one belongs', () => {
    const review = ordering.feedback(alreadyDrawn(ofLength(3)), { order: ['b', 'a', 'c'] }, { revealKey: false });
    expect(review).toMatchObject({ verdict: 'partly-correct', pairs: { inOrder: 2, of: 3 } });
    expect(review.entries).toEqual([
      { id: 'b', text: 'Event b', verdict: 'not-correct' },
      { id: 'a', text: 'Event a', verdict: 'not-correct' },
      { id: 'c', text: 'Event c', verdict: 'correct' },
    ]);
  });

  it('shows the right order with the key, and why each entry belongs where it does', () => {
    const paper = ordering.draw(ofLength(4), 's');
    const { key } = ordering.feedback(paper, null, { revealKey: true });
    expect(key.entries.map(({ text }) => text)).toEqual(['Event a', 'Event b', 'Event c', 'Event d']);
    expect(key.entries[1]).toMatchObject({ feedback: { text: 'On b.' } });
  });
});

describe('item analysis', () => {
  it('counts the entries that students put out of their place', () => {
    expect(ordering.classify(alreadyDrawn(ofLength(3)), { order: ['b', 'a', 'c'] })).toEqual([
      { id: 'b', label: 'Event b (not in its place)' },
      { id: 'a', label: 'Event a (not in its place)' },
    ]);
  });
});

describe('an instructor who writes a question', () => {
  it('is told of each mistake', () => {
    const messages = (value: unknown) => {
      const result = checkAuthored('ordering', value);
      return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    };
    expect(messages({ ...ofLength(4), fromTo: undefined })).toEqual([
      'fromTo: Write what “first” means, such as: Earliest first.',
    ]);
    const { fromTo, ...rest } = ofLength(3);
    expect(messages({ ...rest, 'from-to': fromTo })).toEqual([]);
    expect(messages({ ...rest, 'from-to': 1 })).toEqual([
      'from-to: 1 is not read as text: write it in quotation marks.',
    ]);
    expect(messages(ofLength(2))[0]).toContain('entries: Write at least three entries');
    const twice = { ...ofLength(3), entries: [...ofLength(3).entries, { id: 'd', text: 'Event a' }] };
    expect(messages(twice)).toEqual(['entries.3.text: This says the same as a. Students could not tell them apart.']);
  });
});
