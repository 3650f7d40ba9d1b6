import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePattern, matchesPattern, normaliseText, oneLine, readPattern, textOfPattern } from './text';

const matches = (text: string, pattern: string, rule: 'ignore' | 'match' = 'ignore') =>
  matchesPattern(text, readPattern(pattern, rule), rule);

describe('T-GRADE-UNI: two texts that say the same', () => {
  it.each([
    ['서울'.normalize('NFD'), '서울'.normalize('NFC')],
    ['２０１９', '2019'],
    ['DOKDO', 'Dokdo'],
    ['missile\u00a0defence', 'missile defence'],
    ['Dok\u200bdo', 'Dokdo'],
    ['\u200fDokdo\u200e', 'Dokdo'],
    ['\u202bDokdo\u202c', 'Dokdo'],
    ['  zero \t  sum ', 'zero sum'],
    ['“zero‑sum”', '"zero-sum"'],
    ['Seoul–Tokyo', 'Seoul-Tokyo'],
    ['the court’s', "the court's"],
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﬁre', 'fire'],
    ['ｶﾞ', 'ガ'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['STRA\u1e9eE', 'strasse'],
  ])('earns a student who types %j what %j earns', (typed, expected) => {
    expect(normaliseText(typed)).toBe(normaliseText(expected));
  });

  it('keeps apart what differs by case where case matters, and only there', () => {
    expect(normaliseText('mW', 'match')).not.toBe(normaliseText('MW', 'match'));
    expect(normaliseText('mW')).toBe(normaliseText('MW'));
  });

  it('keeps accents, which make another word', () => {
    expect(normaliseText('resumé')).not.toBe(normaliseText('resume'));
  });

  it('takes every quotation mark for a plain one where case matters, too', () => {
    expect(normaliseText('\u0374 \u2034 Busan\uff40s', 'match')).toBe("' ''' Busan's");
  });

  it('has one form only, whichever character there is', () => {
    const twice: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const text = String.fromCodePoint(code);
      for (const rule of ['ignore', 'match'] as const) {
        const once = normaliseText(text, rule);
        if (normaliseText(once, rule) !== once) twice.push(`${rule} U+${code.toString(16)}`);
      }
    }
    expect(twice).toEqual([]);
  });

  it('has one form only: to normalise twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('ignore' as const, 'match' as const), (text, rule) => {
        expect(normaliseText(normaliseText(text, rule), rule)).toBe(normaliseText(text, rule));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a pattern that an instructor writes', () => {
  it.each([
    ['Terminal High Altitude Area Defense', 'Terminal High*Area Defen?e', true],
    ['Terminal High Area Defence', 'terminal high*area defen?e', true],
    ['Terminal High Area Defen', 'Terminal High*Area Defen?e', false],
    ['anything at all', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['한', '?', true],
    ['what?', 'what\\?', true],
    ['whats', 'what\\?', false],
    ['a*b', 'a\\*b', true],
    ['axb', 'a\\*b', false],
    ['back\\slash', 'back\\slash', true],
    ['aXbXc', 'a*b*c', true],
    ['aXbX', 'a*b*c', false],
    ['(a+)+', '(a+)+', true],
    ['aaaa', '(a+)+', false],
  ])('matches %j against %j: %s', (text, pattern, expected) => {
    expect(matches(text, pattern)).toBe(expected);
  });

  it('matches as a plain search through all splits would', () => {
    const slow = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === '';
      if (pattern[0] === '*') return slow(text, pattern.slice(1)) || (text !== '' && slow(text.slice(1), pattern));
      return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && slow(text.slice(1), pattern.slice(1));
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, (text, pattern) => {
        expect(matches(text, pattern)).toBe(slow(text, pattern));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['^(a+)+$', '(.*a){20}', '(a|aa)+$', `${'*a'.repeat(90)}*b`, `${'*a?'.repeat(60)}b`])(
    'keeps the class waiting for less than 50 ms, even for %j',
    (pattern) => {
      const typed = `${'a'.repeat(50_000)}!`;
      const read = readPattern(pattern);
      const times = [1, 2, 3].map(() => {
        const before = performance.now();
        expect(matchesPattern(typed, read)).toBe(false);
        return performance.now() - before;
      });
      expect(Math.min(...times)).toBeLessThan(50); // the best of three: the machine may be busy with something else
    },
  );

  it('finds in itself a text that it matches', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '*', '?', '\\', 'é') }), (pattern) => {
        expect(matches(textOfPattern(pattern), pattern)).toBe(true);
      }),
    );
  });

  it('is shown to students without its signs', () => {
    expect(describePattern('Terminal High*Area Defen?e')).toBe('Terminal High…Area Defen_e');
    expect(describePattern('what\\?')).toBe('what?');
  });
});

describe('a pasted text', () => {
  it('loses what could not be stored, and nothing else', () => {
    expect(oneLine('THAAD\t\u0000\ud800서울\n')).toBe('THAAD   서울 ');
  });
});
