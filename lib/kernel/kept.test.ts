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

test('a text that was let go of is kept no more, and leaves its place to another', () => {
  const kept = new Kept<string>(2);
  kept.set('post-1', 'one');
  kept.set('post-2', 'two');
  kept.delete('post-2');
  kept.set('post-3', 'three');
  expect([kept.get('post-1'), kept.get('post-2'), kept.get('post-3')]).toEqual(['one', undefined, 'three']);
});
