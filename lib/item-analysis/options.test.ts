import { describe, expect, it } from 'vitest';
import { countOptions } from './options';

const content = {
  options: [
    { id: 'right', text: 'The right one' },
    { id: 'tempting', text: 'A tempting one', feedback: 'It tempts.' },
    { id: 'silly', text: 'A silly one', feedback: 'It does not.' },
  ],
  key: 'right',
  fixed: true,
};
const paper = (response: unknown, i = 0) => ({ attemptSeed: `seed ${i}`, itemId: `item ${i}`, response });
const counted = (type: string, of: unknown, responses: readonly unknown[]) =>
  countOptions(type, of, { all: responses.map(paper), lower: [], upper: [] }).map(({ label, all, isKey }) => [
    label,
    all,
    isKey,
  ]);

describe('an instructor sees what was chosen', () => {
  it('counts a distractor that nobody chose as 0, and marks the key', () => {
    expect(counted('choice', content, [{ choice: 'a' }, { choice: 'a' }, { choice: 'b' }, null])).toEqual([
      ['The right one', 2, true],
      ['A tempting one', 1, false],
      ['A silly one', 0, false],
    ]);
  });

  it('keeps apart words that no rule foresaw, and marks every word that earns full points', () => {
    const accept = [{ text: 'realism' }, { text: 'realpolitik' }];
    expect(
      counted('short-text', { accept }, [
        { text: 'realism' },
        { text: 'nonsense' },
        { text: 'rubbish' },
        { text: 'rubbish' },
      ]),
    ).toEqual([
      ['rubbish', 2, false],
      ['nonsense', 1, false],
      ['realism', 1, true],
      ['realpolitik', 0, true],
    ]);
  });

  it('gathers what only a few wrote, when a large class writes many things', () => {
    const words = Array.from({ length: 30 }, (_, i) => ({ text: `word ${String.fromCharCode(97 + i)}x` }));
    const lines = counted('short-text', { accept: [{ text: 'realism' }] }, [
      ...words,
      { text: 'common' },
      { text: 'common' },
    ]);
    expect(lines[0]).toEqual(['common', 2, false]);
    expect(lines.at(-1)).toEqual(['Other responses', 23, false]);
    expect(lines).toHaveLength(10);
  });
});
