import { describe, expect, it } from 'vitest';
import { chiSquared, countPlaces } from './chi-squared';
import { itemSeed, random, shuffle } from './random';

describe('chance from a seed', () => {
  it('gives a student who reloads, today or in ten years, the paper of the first time', () => {
    // Frozen: if this fails, every stored attempt would be redrawn otherwise. Change the code, not these numbers.
    const chance = random('3f9c0b7ad4e85126/item-1');
    expect([chance.next(), chance.next(), chance.next()]).toEqual([385015728, 2453525130, 3605214871]);
    expect(shuffle([...'abcdefghi'], random('3f9c0b7ad4e85126/item-1')).join('')).toBe('dcihbgafe');
    expect(shuffle([...'abcdefghi'], random('')).join('')).toBe('fgcbdhaie');
  });

  it('puts every order of four before about as many students as any other', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = shuffle([...'abcd'], random(itemSeed('a seed', String(i)))).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquared([...counts.values()])).toBeLessThan(49.7); // 23 degrees of freedom, p = 0.001
  });

  it('favours no number below a bound that does not divide 2³²', () => {
    const chance = random('bound');
    const numbers = Array.from({ length: 70_000 }, () => chance.below(7));
    expect(chiSquared(countPlaces(7, numbers))).toBeLessThan(22.5); // 6 degrees of freedom, p = 0.001
  });

  it('tells nothing of one item by the order of another', () => {
    const pairs = new Map<string, number>();
    for (let i = 0; i < 9_000; i++) {
      const [one, other] = ['one', 'other'].map((item) =>
        shuffle([...'abc'], random(itemSeed(`attempt ${i}`, item))).indexOf('a'),
      );
      pairs.set(`${one}${other}`, (pairs.get(`${one}${other}`) ?? 0) + 1);
    }
    expect(chiSquared([...pairs.values()])).toBeLessThan(26.1); // 8 degrees of freedom, p = 0.001
  });

  it('leaves the list it shuffles as it was', () => {
    const list = ['a', 'b', 'c'];
    shuffle(list, random('x'));
    expect(list).toEqual(['a', 'b', 'c']);
  });
});
