import { describe, expect, it } from 'vitest';
import { readKey } from './keys';

const key = (key: string, on: 'text' | 'text-line' | 'control' | 'page' = 'page', shift = false) =>
  readKey({ key, shift, on });

describe('a student who presses a key', () => {
  it('chooses, flags, asks, goes on and back', () => {
    expect(key('3')).toEqual({ does: 'choose', key: '3' });
    expect(key('B')).toEqual({ does: 'choose', key: 'b' });
    expect(key('f')).toEqual({ does: 'flag' });
    expect(key('t')).toEqual({ does: 'time' });
    expect(key('?', 'page', true)).toEqual({ does: 'help' });
    expect(key('Enter')).toEqual({ does: 'next' });
    expect(key('Enter', 'page', true)).toEqual({ does: 'previous' });
    expect(key('j')).toBeNull();
    expect(key('0')).toBeNull();
  });

  it('may type letters and figures into a field, and leaves a line by Enter', () => {
    for (const typed of ['1', 'a', 'f', 't', '?']) {
      expect(key(typed, 'text')).toBeNull();
      expect(key(typed, 'text-line')).toBeNull();
    }
    expect(key('Enter', 'text-line')).toEqual({ does: 'next' });
    expect(key('Enter', 'text')).toBeNull();
  });

  it('presses a button with Enter, and nothing else happens', () => {
    expect(key('Enter', 'control')).toBeNull();
  });
});
