import { normaliseText } from './text';

/** What a typed text says as a number, or in a sentence for the student why it says none. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'problem'; readonly message: string };

const MOST_CHARACTERS = 60;

/**
 * Reads a number as people write it: `1.5`, `1,5`, `1 500`, `1,500,000`, `1.500,25`, `1’500`, `−3`, `1e6`, digits of full width and of
 * other scripts, with the unit behind it or without. A text with two fair readings is refused rather than guessed:
 * `1,500` is 1500 to some and 1.5 to others. A single point is always the decimal mark, as in `3.125`.
 */
export function readNumber(text: string, unit?: string): ReadNumber {
  const found = text.trim();
  if (found.length > MOST_CHARACTERS) return problem('This is too long for a number.');
  const plain = withoutUnit(westernDigits(normaliseText(found, 'match')), unit);
  const shape = /^([+-]?) ?([\d.,' ]*\d[\d.,' ]*)(?:e([+-]?\d{1,3}))?$/i.exec(plain);
  if (!shape) return notANumber(found);

  const [, sign = '', body = '', exponent = '0'] = shape;
  const trimmed = body.trim();
  const digits = readBody(trimmed);
  if (digits === null) return notANumber(found);
  if (digits === 'ambiguous') {
    const [whole, decimal] = [trimmed.replace(',', ''), Number(trimmed.replace(',', '.'))];
    return problem(`“${found}” can mean ${whole} or ${decimal}. Write the one you mean without a comma.`);
  }
  if (digits.replace('.', '').replace(/^0+/, '').length > 15)
    return problem(`“${found}” has more digits than can be read.`);

  const value = Number(`${digits}e${exponent}`) * (sign === '-' ? -1 : 1);
  return Number.isFinite(value) ? { kind: 'number', value: value === 0 ? 0 : value } : notANumber(found);
}

/** A number as Lectern writes it: a decimal point; thousands apart by a thin space from five digits on, as four are mostly years. */
export function formatNumber(value: number): string {
  const [mantissa = '', exponent] = String(Math.abs(value)).split('e');
  const [whole = '', decimals] = mantissa.split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const sign = value < 0 ? '−' : '';
  return `${sign}${grouped}${decimals ? `.${decimals}` : ''}${exponent ? ` × 10^${exponent.replace('+', '')}` : ''}`;
}

/** Whether a text shows a minus: where an example does, phones get a full keyboard, as the decimal keypad of some has none. */
export function startsWithMinus(text: string): boolean {
  return /^\s*[-−–]/.test(text);
}

/** Digits and at most one point, or why not. The last of two kinds of mark is the decimal one; the other parts the thousands. */
function readBody(body: string): string | 'ambiguous' | null {
  const marks = [...new Set(body.replace(/\d/g, ''))];
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const mark = last < 0 ? '' : (body[last] as string);
  const single = last >= 0 && body.indexOf(mark) === last;

  if (marks.length === 1 && mark === ',' && single && /^[1-9]\d{0,2},\d{3}$/.test(body)) return 'ambiguous';
  const [whole, decimals] = single ? [body.slice(0, last), body.slice(last + 1)] : [body, ''];
  if (/\D/.test(decimals)) return null;

  const groups = marks.filter((each) => !(single && each === mark));
  if (groups.length > 1) return null;
  if (groups[0] === undefined) return /^\d*$/.test(whole) ? joined(whole, decimals) : null;
  const parts = whole.split(groups[0]);
  const grouped = parts.every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  return grouped ? joined(parts.join(''), decimals) : null;
}

function joined(whole: string, decimals: string): string {
  return decimals === '' ? whole || '0' : `${whole || '0'}.${decimals}`;
}

/** The zeros of the scripts whose digits NFKC leaves as they are: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Khmer. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0be6, 0x0e50, 0x17e0];

function westernDigits(text: string): string {
  const digits = text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    return zero === undefined ? digit : String(code - zero);
  });
  return digits.replaceAll('٫', '.').replaceAll('٬', ' ');
}

function withoutUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) return text;
  const ending = normaliseText(unit);
  for (const each of [ending, `${ending}s`]) {
    if (text.toLowerCase().endsWith(each) && text.length > each.length) return text.slice(0, -each.length).trim();
  }
  return text;
}

function notANumber(found: string): ReadNumber {
  return problem(`“${found}” is not a number that can be read. Write digits, such as 1500, 1.5 or −3.`);
}

function problem(message: string): ReadNumber {
  return { kind: 'problem', message };
}
