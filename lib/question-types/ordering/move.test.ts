import { describe, expect, it } from 'vitest';
import { describeMove, moved } from './move';

const entries = ['Ruling', 'Radar incident', 'Export rules', 'Summit'].map((text) => ({ text }));

describe('moving an entry', () => {
  it.each([
    [0, 3, 'bcda'],
    [3, 0, 'dabc'],
    [1, 2, 'acbd'],
    [2, 2, 'abcd'],
  ])('from %d to %d', (from, to, expected) => {
    expect(moved([...'abcd'], from, to).join('')).toBe(expected);
  });

  it('tells someone who cannot see the list where the entry stands now, and between which', () => {
    expect(describeMove(entries, 0, 2)).toBe('Ruling, moved to position 3 of 4. After: Export rules; before: Summit.');
    expect(describeMove(entries, 1, 0)).toBe('Radar incident, moved to position 1 of 4. Before: Ruling.');
    expect(describeMove(entries, 1, 3)).toBe('Radar incident, moved to position 4 of 4. After: Summit.');
  });

  it('says that there is nowhere to go at an end', () => {
    expect(describeMove(entries, 0, -1)).toBe('Ruling is first already.');
    expect(describeMove(entries, 3, 4)).toBe('Summit is last already.');
  });
});
