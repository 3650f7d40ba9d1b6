import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSimilar } from './find-similar';
import { type AnchorWords, type PassageWords, reAnchor } from './re-anchor';

const word = fc.constantFrom(
  'court',
  'ruling',
  'settled',
  'claims',
  'Tokyo',
  'Seoul',
  'sea',
  'radar',
  'word',
  'of',
  'the',
  'and',
);
const prose = fc.array(word, { minLength: 12, maxLength: 60 }).map((words) => words.join(' '));

/** An anchor on words of a text, with 24 characters of context on each side, as a browser makes it. */
const anchorOn = (passageId: string, text: string, start: number, end: number): AnchorWords => ({
  passageId,
  quote: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - 24), start),
  suffix: text.slice(end, end + 24),
  start,
});

const anchored = fc
  .tuple(prose, fc.nat(), fc.integer({ min: 20, max: 60 }))
  .filter(([text]) => text.length > 80)
  .map(([text, at, length]) => {
    const start = at % (text.length - 70);
    return { text, anchor: anchorOn('p-1', text, start, start + length) };
  });

const textAt = (passages: readonly PassageWords[], result: ReturnType<typeof reAnchor>): string | null =>
  passages.find(({ passageId }) => passageId === result.passageId)?.text.slice(result.start, result.end) ?? null;

describe('a thread on some words of a passage', () => {
  it('is found where nothing was changed', () => {
    fc.assert(
      fc.property(anchored, ({ text, anchor }) => {
        const passages = [{ passageId: 'p-1', text }];
        const result = reAnchor(anchor, passages);
        expect(result).toMatchObject({ state: 'found', start: anchor.start });
        expect(textAt(passages, result)).toBe(anchor.quote);
      }),
    );
  });

  it('moves along when something is written before or after it', () => {
    fc.assert(
      fc.property(anchored, prose, prose, ({ text, anchor }, before, after) => {
        const passages = [{ passageId: 'p-1', text: `${before} ${text} ${after}` }];
        const result = reAnchor(anchor, passages);
        // The same words may stand there twice with the same context: then it is lost, and never at a wrong place.
        if (result.state !== 'lost') expect(textAt(passages, result)).toBe(anchor.quote);
      }),
    );
  });

  it('never points at words that are not nearly its own, whatever became of the text', () => {
    fc.assert(
      fc.property(anchored, prose, prose, ({ anchor }, one, two) => {
        const passages = [
          { passageId: 'p-1', text: one },
          { passageId: 'p-2', text: two },
        ];
        const found = textAt(passages, reAnchor(anchor, passages));
        if (found === null) return;
        expect(distance(found, anchor.quote)).toBeLessThanOrEqual(anchor.quote.length * 0.2);
      }),
    );
  });

  it('is found after a typing mistake in it was mended', () => {
    const text = 'The court held that the claim was not amongst those that were setled in 1965, and said so.';
    const start = text.indexOf('not amongst');
    const anchor = anchorOn('p-1', text, start, text.indexOf(', and'));
    const passages = [
      { passageId: 'p-1', text: `In short: ${text.replace('setled', 'settled').replace('amongst', 'among')}` },
    ];
    const result = reAnchor(anchor, passages);
    expect([result.state, textAt(passages, result)]).toEqual(['moved', 'not among those that were settled in 1965']);
  });

  it('follows its words into another passage, but not a word that stands everywhere', () => {
    const text = 'Officers had largely kept clear of the quarrel until then. Everybody knew.';
    const passages = [{ passageId: 'p-2', text: `Before. ${text}` }];
    expect(reAnchor(anchorOn('p-1', text, 0, 40), passages)).toMatchObject({
      state: 'moved',
      passageId: 'p-2',
      start: 8,
    });
    expect(reAnchor(anchorOn('p-1', text, 0, 8), passages)).toMatchObject({ state: 'lost' });
  });

  it('is lost where two places fit equally well', () => {
    const anchor: AnchorWords = { passageId: 'p-1', quote: 'the same sentence', prefix: '', suffix: '', start: 900 };
    const passages = [{ passageId: 'p-1', text: 'the same sentence. x the same sentence. x' }];
    expect(reAnchor(anchor, passages)).toMatchObject({ state: 'lost' });
    expect(reAnchor({ ...anchor, prefix: 'x ' }, passages)).toMatchObject({ state: 'moved', start: 21 });
  });

  it('on a whole passage is found as long as the passage is there', () => {
    const whole: AnchorWords = { passageId: 'p-1', quote: '', prefix: '', suffix: '', start: 0 };
    expect(reAnchor(whole, [{ passageId: 'p-1', text: 'all new' }])).toMatchObject({ state: 'found', end: 7 });
    expect(reAnchor(whole, [{ passageId: 'p-2', text: 'all new' }])).toMatchObject({ state: 'lost' });
  });
});

describe('words looked for with mistakes', () => {
  it('are found with no more changes than allowed, if they are there at all', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, at, hit) => {
        const start = at % (text.length - 20);
        const words = text.slice(start, start + 20);
        const place = start + (hit % 20);
        const damaged = `${text.slice(0, place)}#${text.slice(place + 1)}`;
        const span = findSimilar(damaged, words, 2);
        if (span) expect(distance(damaged.slice(span.start, span.end), words)).toBeLessThanOrEqual(2);
      }),
    );
    expect(findSimilar('so the quick brwn fox ran', 'quick brown fox', 2)).toEqual({ start: 7, end: 21 });
    expect(findSimilar('nothing of the kind', 'quick brown fox', 2)).toBeNull();
    expect(findSimilar('abcdefgX and abcdefgY', 'abcdefgZ', 2)).toBeNull();
  });
});

/** Levenshtein's distance, the plain way. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
