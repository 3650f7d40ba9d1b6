import { z } from 'zod';
import { defineType } from '../define';
import { letter } from '../fields';
import { plainText, type Rich } from '../inline';
import { letterAt } from '../letters';
import { feedbackOf, type PublicOption, publicOption, renderTexts } from '../options';
import { scored } from '../outcome';
import { random, shuffle } from '../random';
import type { Drawn } from '../shapes';
import { content, type Entry, type OrderingContent } from './content';
import { examples } from './examples';
import { blindFraction, countPairs, earnedPairs, type Pairs } from './pairs';

const response = z.strictObject({
  order: z
    .array(letter)
    .max(12)
    .refine((order) => new Set(order).size === order.length),
});

export type OrderingResponse = z.infer<typeof response>;

/** Entries in drawn order, which is the order of their letters. */
export interface OrderingPublic {
  readonly fromTo: string;
  readonly entries: readonly PublicOption[];
}
/** An entry where the student put it; correct means that it stands in its own place. */
export interface PlacedEntry extends PublicOption {
  readonly verdict: 'correct' | 'not-correct';
}
/** An entry in its own place. Its feedback says why it belongs there, so it comes with the key and not before. */
export interface KeyEntry extends PublicOption {
  readonly feedback?: Rich;
}
/** Entries in the student's order, none if not answered. */
export interface OrderingVerdicts {
  readonly fromTo: string;
  readonly entries: readonly PlacedEntry[];
  readonly pairs?: Pairs;
}
/** Entries in the right order. */
export interface OrderingKey {
  readonly entries: readonly KeyEntry[];
}

/**
 * Entries to put in order. A drawn paper keeps them in the right order and gives letters by where they are shown: the list is the key,
 * the letters the paper, and sorting by letter is all that makes the question public.
 */
export const ordering = defineType({
  name: 'ordering',
  title: 'Ordering',
  content,
  response,
  openPaths: ['fromTo', 'entries.*.text', 'entries.*.html'],
  examples,
  renderText: (content, render) => ({ ...content, entries: renderTexts(content.entries, render) }),

  draw(content, seed) {
    const shown = drawnApart(content.entries, seed);
    const entries = content.entries.map((entry) => ({
      ...entry,
      id: letterAt(shown.indexOf(entry)),
      origin: entry.origin ?? entry.id,
    }));
    return { ...content, entries };
  },
  fits: ({ entries }, { order }) => order.length === entries.length && entries.every(({ id }) => order.includes(id)),
  toPublic: ({ fromTo, entries }): OrderingPublic => ({
    fromTo,
    entries: entries.map(publicOption).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }),

  score(drawn, { order }) {
    const pairs = countPairs(order, rightOrder(drawn));
    return scored(earnedPairs(pairs) / pairs.of);
  },
  summarise: (drawn, { order }) =>
    placed(drawn, order)
      .map((entry, i) => `${i + 1}. ${plainText(entry.text)}`)
      .join('; '),
  classify: (drawn, { order }) =>
    placed(drawn, order)
      .filter((entry, i) => drawn.entries[i] !== entry)
      .map((entry) => ({ id: entry.origin ?? entry.id, label: `${plainText(entry.text)} (not in its place)` })),
  guessFraction: ({ entries }) => blindFraction(entries.length),

  feedback(drawn, response): OrderingVerdicts {
    if (response === null) return { fromTo: drawn.fromTo, entries: [] };
    const entries = placed(drawn, response.order).map(
      (entry, i): PlacedEntry => ({
        ...publicOption(entry),
        verdict: drawn.entries[i] === entry ? 'correct' : 'not-correct',
      }),
    );
    return { fromTo: drawn.fromTo, entries, pairs: countPairs(response.order, rightOrder(drawn)) };
  },
  key: ({ entries }): OrderingKey => ({
    entries: entries.map((entry) => ({ ...publicOption(entry), ...feedbackOf(entry) })),
  }),
  sampleResponses(drawn) {
    const right = rightOrder(drawn);
    const [first = '', second = '', ...rest] = right;
    const orders = [
      right,
      [second, first, ...rest],
      [...right.slice(0, -2), ...right.slice(-2).reverse()],
      [second, ...rest, first],
    ];
    return [...orders, [...right].reverse()].map((order) => ({ order }));
  },
});

/** A shuffled copy that never stands in the right order; all others are equally likely. */
function drawnApart(entries: readonly Entry[], seed: string): Entry[] {
  const chance = random(seed);
  let shown = shuffle(entries, chance);
  while (shown.every((entry, i) => entry === entries[i])) shown = shuffle(entries, chance);
  return shown;
}

function rightOrder(drawn: Drawn<OrderingContent>): string[] {
  return drawn.entries.map(({ id }) => id);
}

function placed(drawn: Drawn<OrderingContent>, order: readonly string[]): Entry[] {
  return order.flatMap((id) => drawn.entries.filter((entry) => entry.id === id));
}
