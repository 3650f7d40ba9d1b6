import { expect, test } from 'vitest';
import { Kept } from './kept';

test('of three lessons, where two are kept, the one that was read last longest ago is forgotten', () => {
  const kept = new Kept<string>(2);
  kept.set('lesson-1', 'one');
  kept.set('lesson-2', 'two');
  expect(kept.get('lesson-1')).toBe('one');
  kept.set('lesson-3', 'three');
  expect(kept.get('lesson-1')).toBe('one');
  expect(kept.get('lesson-2')).toBeUndefined();
  expect(kept.get('lesson-3')).toBe('three');
});

test('a lesson that is kept twice takes one place', () => {
  const kept = new Kept<string>(2);
  kept.set('lesson-1', 'one');
  kept.set('lesson-2', 'two');
  kept.set('lesson-2', 'two');
  expect(kept.get('lesson-1')).toBe('one');
});
