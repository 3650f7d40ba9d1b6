import { describe, expect, it } from 'vitest';
import { plainText, rich } from './inline';

describe('inline Markdown read aloud or put into a table', () => {
  it.each([
    ['Papyrus *roll*', 'Papyrus roll'],
    ['**bold** and __bold__ and _soft_', 'bold and bold and soft'],
    ['Hangul (:ko[한글])', 'Hangul (한글)'],
    ['see [the treaty](passage:p-x2v8)', 'see the treaty'],
    ['`code` and 2 \\* 3', 'code and 2 * 3'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['line\nbreaks', 'line breaks'],
  ])('%j says %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('carries HTML only where it says more than the words', () => {
    expect(rich('plain', 'plain')).toEqual({ text: 'plain' });
    expect(rich('*soft*', '<em>soft</em>')).toEqual({ text: 'soft', html: '<em>soft</em>' });
    expect(rich('plain', undefined)).toEqual({ text: 'plain' });
  });
});
