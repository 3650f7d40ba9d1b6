import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, readNumber } from './number';

const readAs = (text: string, unit?: string) => {
  const read = readNumber(text, unit);
  return read.kind === 'number' ? read.value : read.message;
};

describe('a number that a student types', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['0,500', 0.5],
    ['3.125', 3.125],
    ['1500', 1500],
    ['1 500', 1500],
    ['1\u00a0500', 1500],
    ['1\u202f500', 1500],
    ['1’500', 1500],
    ['1,500,000', 1_500_000],
    ['1.500.000', 1_500_000],
    ['1,500.25', 1500.25],
    ['1.500,25', 1500.25],
    ['1 500,25', 1500.25],
    ['−3', -3],
    ['–3', -3],
    ['- 3', -3],
    ['+3', 3],
    ['-0', 0],
    ['１９６５', 1965],
    ['０，５', 0.5],
    ['٣٫١٤', 3.14],
    ['१९६५', 1965],
    ['1e6', 1_000_000],
    ['1.5E-3', 0.0015],
    [' 1965\u200b ', 1965],
  ])('reads %j as %d', (text, value) => {
    expect(readAs(text)).toBe(value);
  });

  it.each([
    ['1965 years', 'year'],
    ['1965 Year', 'year'],
    ['1965year', 'year'],
  ])('reads %j though the unit %j stands behind it', (text, unit) => {
    expect(readAs(text, unit)).toBe(1965);
  });

  it('is not guessed at where it can be read in two ways', () => {
    expect(readAs('1,500')).toBe('“1,500” can mean 1500 or 1.5. Write the one you mean without a comma.');
  });

  it.each([
    '',
    'many',
    '1.2.3',
    '1,5,',
    '1 50',
    '12 34',
    '1,50,000',
    '1_000',
    '0x10',
    '½',
    '--3',
    '1e',
    'e5',
    'NaN',
    'Infinity',
    '1e999',
  ])('is refused with what was found and what is accepted: %j', (text) => {
    expect(readAs(text)).toBe(`“${text}” is not a number that can be read. Write digits, such as 1500, 1.5 or −3.`);
  });

  it('is refused where its digits would be lost', () => {
    expect(readAs('12345678901234567')).toContain('more digits');
    expect(readAs('9'.repeat(70))).toContain('too long');
  });

  it('is read back as it was written, with a point and with a comma', () => {
    const number = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((n) => n / 100);
    fc.assert(
      fc.property(number, (value) => {
        expect(readAs(String(value))).toBe(value);
        expect(readAs(value.toFixed(2).replace('.', ','))).toBe(value);
        expect(readAs(formatNumber(value))).toBe(value);
      }),
    );
  });

  it('never becomes NaN or infinite, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE \u00a0−x') }), (text) => {
        const read = readNumber(text);
        expect(read.kind === 'problem' || Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a number that Lectern writes', () => {
  it.each([
    [1965, '1965'],
    [12_500, '12\u202f500'],
    [1_234_567.25, '1\u202f234\u202f567.25'],
    [-3, '−3'],
    [1e21, '1 × 10^21'],
    [0.1, '0.1'],
  ])('%d is shown as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
