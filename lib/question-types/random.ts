/**
 * Chance that can be replayed: the same seed gives the same numbers on every machine and in every release.
 * Attempts are redrawn from their seed for ever, so nothing here may change what it returns; `random.test.ts` holds it.
 */

/** A stream of numbers that a seed decides. */
export interface Random {
  /** A whole number from 0 to 2³²−1. */
  next(): number;
  /** A whole number from 0 to n−1, each equally likely. `n` is a whole number from 1 to 2³². */
  below(n: number): number;
}

/** The seed of one item's paper: two items of one attempt must not be shuffled alike, or one would tell of the other. */
export function itemSeed(attemptSeed: string, itemId: string): string {
  return `${attemptSeed}/${itemId}`;
}

/** The stream of a seed. The seed may be any text; for it to be unguessable it must hold 64 random bits or more. */
export function random(seed: string): Random {
  const [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4)];
  const next = xoshiro128(a, b, c, d);
  return { next, below: (n) => below(n, next) };
}

/** A shuffled copy (Fisher–Yates): every order of the list is equally likely. */
export function shuffle<T>(list: readonly T[], chance: Random): T[] {
  const rest = [...list];
  const drawn: T[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(chance.below(rest.length), 1));
  return drawn;
}

/** Numbers past the last whole multiple of n are drawn again: a plain remainder would favour the small ones. */
function below(n: number, next: () => number): number {
  const limit = 2 ** 32 - (2 ** 32 % n);
  let number = next();
  while (number >= limit) number = next();
  return number % n;
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finisher, so that seeds that differ in one bit share nothing. */
function hash(text: string, salt: number): number {
  let h = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** xoshiro128** (Blackman and Vigna, https://prng.di.unimi.it). Salted hashes are never all zero, the one state it cannot leave. */
function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
