import { createHash } from 'node:crypto';

/** Draws that are the same in every run, so that two runs measure the same school. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** Sentences of about so many words in all, with no mark-up. */
  prose(words: number): string;
}

const WORDS = (
  'the a of and to in that court treaty claim ruling article author reading state ministry government premise record ' +
  'evidence motive announcement export licence radar intelligence alliance adversary partner region trust dispute order ' +
  'company labour settlement opinion pattern conclusion because although where whether between against toward under once ' +
  'agreed reopened argued reported supplied inferred announced shared measured weighed followed answered refused allowed'
).split(' ');

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const sentence = (words: number): string => {
    const text = Array.from({ length: words }, () => pick(WORDS)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const prose = (words: number): string => {
    const sentences: string[] = [];
    for (let left = words; left > 0; left -= 16) sentences.push(sentence(Math.min(16, Math.max(left, 5))));
    return sentences.join(' ');
  };
  return { next, below, pick, prose };
}

/** An id made of what it names: the same in every run. */
export function idOf(...names: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(names.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
