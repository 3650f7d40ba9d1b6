/**
 * How two texts are judged to be the same. The rule, in words for instructors: the form of a character (NFC or NFD, full
 * width or half), invisible characters, the kind of quotation mark and dash, and spacing never matter; case matters only where the
 * question says so. In code: Unicode NFKC, default-ignorable code points removed, quotes and dashes made plain, spaces
 * collapsed and trimmed, then (unless `case: match`) a case fold that no locale changes.
 */
export type CaseRule = 'ignore' | 'match';

/** A text in the one form in which texts are compared. Doing it twice changes nothing. */
export function normaliseText(text: string, caseRule: CaseRule = 'ignore'): string {
  let plain = tidy(text);
  // By way of upper case: it makes one of ß and ss, of ς and σ; and ẞ comes to it as ß only. A fold can leave a form that NFKC
  // would compose: tidy again.
  if (caseRule === 'ignore') plain = tidy(plain.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ'));
  return plain;
}

function tidy(text: string): string {
  return (
    // Quotes before NFKC, which would make ″ two marks and ´ a space with an accent; and after it, which makes ′ of ‴ and ` of ｀.
    plainQuotes(plainQuotes(text).normalize('NFKC'))
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

const plainQuotes = (text: string): string => text.replace(/[‘’‚‛′ʼʹ`´]/gu, "'").replace(/[“”„‟″«»]/gu, '"');

/** A typed or pasted text as it may be stored: tabs, line ends and other control characters become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

/** A pattern that a person wrote, ready to match: one entry a character; `any` is a run, `one` a single character. */
export type Pattern = readonly (string | typeof ANY | typeof ONE)[];

const ANY = Symbol('any run of characters');
const ONE = Symbol('one character');

/** Reads `*` as any run of characters (none too) and `?` as one; `\*` and `\?` are the characters themselves. */
export function readPattern(text: string, caseRule: CaseRule = 'ignore'): Pattern {
  const pattern: (string | typeof ANY | typeof ONE)[] = [];
  const characters = [...normaliseText(text, caseRule)];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] as string;
    const following = characters[i + 1];
    if (character === '\\' && (following === '*' || following === '?')) pattern.push(characters[++i] as string);
    else if (character === '*') pattern.push(ANY);
    else if (character === '?') pattern.push(ONE);
    else pattern.push(character);
  }
  return pattern;
}

/** True where the pattern holds no plain character: it would match every response that is long enough. */
export function matchesAnything(pattern: Pattern): boolean {
  return pattern.every((part) => part === ANY || part === ONE);
}

/** True where the pattern stands for one text only. */
export function isLiteral(pattern: Pattern): boolean {
  return !pattern.some((part) => part === ANY || part === ONE);
}

/**
 * Whether the whole of a text is what a pattern says. No regular expression is ever made from what a person wrote: on a
 * mismatch only the last `*` takes one character more, so the time is at most the product of the two lengths, never exponential.
 */
export function matchesPattern(text: string, pattern: Pattern, caseRule: CaseRule = 'ignore'): boolean {
  const characters = [...normaliseText(text, caseRule)];
  let [at, part, afterAny, retryAt] = [0, 0, -1, 0];
  while (at < characters.length) {
    const expected = pattern[part];
    if (expected === ANY) {
      afterAny = ++part;
      retryAt = at;
    } else if (part < pattern.length && (expected === ONE || expected === characters[at])) {
      part++;
      at++;
    } else if (afterAny >= 0) {
      part = afterAny;
      at = ++retryAt;
    } else {
      return false;
    }
  }
  while (pattern[part] === ANY) part++;
  return part === pattern.length;
}

/** A pattern as a student may read it once the key is shown: runs as …, single characters as _. */
export function describePattern(text: string): string {
  return text
    .replace(/\\?[*?]/gu, (found) => (found === '*' ? '…' : found === '?' ? '_' : found.slice(1)))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text that a pattern matches: single characters as x, runs left out where that leaves no loose space, else x too. */
export function textOfPattern(text: string): string {
  const fill = (run: string) =>
    text.replace(/\\?[*?]/gu, (found) => (found === '*' ? run : found === '?' ? 'x' : found.slice(1)));
  return matchesPattern(fill(''), readPattern(text, 'match'), 'match') ? fill('') : fill('x');
}
