import { describe, expect, it } from 'vitest';
import { checkAuthored } from '../registry';
import { alreadyDrawn } from '../shapes';
import { shortText } from './index';

const system = alreadyDrawn({
  accept: [
    { text: 'THAAD' },
    { text: 'Terminal High*Area Defen?e' },
    { text: 'missile defence', fraction: 0.5, feedback: 'Which one?' },
  ],
  misreadings: [{ text: 'GSOMIA', feedback: 'That is the pact on *intelligence*.' }],
});

describe('points', () => {
  it.each([
    ['THAAD', 1],
    ['thaad', 1],
    ['ＴＨＡＡＤ', 1],
    ['\u200fTHAAD\u00a0', 1],
    ['Terminal High Altitude Area Defence', 1],
    ['Terminal High-Altitude\u00a0Area Defense', 1],
    ['Missile  Defence', 0.5],
    ['GSOMIA', 0],
    ['the THAAD', 0],
  ])('%j earns %d', (text, fraction) => {
    expect(shortText.score(system, { text })).toMatchObject({ kind: 'scored', fraction });
  });

  it('T-GRADE-UNI: are the same for a word in either Unicode form', () => {
    const content = alreadyDrawn({ accept: [{ text: '서울'.normalize('NFD') }] });
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
      expect(shortText.score(content, { text: '서울'.normalize(form) })).toMatchObject({ fraction: 1 });
    }
  });

  it('never come from a regular expression that an instructor wrote', () => {
    const content = alreadyDrawn({ accept: [{ text: '^(a+)+$' }] });
    expect(shortText.score(content, { text: 'aaaa' })).toMatchObject({ fraction: 0 });
    expect(shortText.score(content, { text: '^(a+)+$' })).toMatchObject({ fraction: 1 });
  });
});

describe('a response', () => {
  it.each(['x'.repeat(201), 'a\u0000b', 'half \ud800', 'two\nlines'])(
    'is refused where it could not be stored: %j',
    (text) => {
      expect(shortText.checkResponse(system, { text }).ok).toBe(false);
    },
  );
});

describe('a review', () => {
  it('shows the feedback of the misreading, and no accepted text before the key may be shown', () => {
    expect(shortText.feedback(system, { text: 'gsomia' }, { revealKey: false })).toEqual({
      type: 'short-text',
      verdict: 'not-correct',
      given: 'gsomia',
      feedback: { text: 'That is the pact on intelligence.' },
    });
  });

  it('shows the plain accepted texts with the key, and patterns only where there is nothing plainer', () => {
    expect(shortText.feedback(system, null, { revealKey: true }).key).toEqual({ accepted: ['THAAD'] });
    const onlyPattern = alreadyDrawn({ accept: [{ text: 'Defen?e*' }] });
    expect(shortText.feedback(onlyPattern, null, { revealKey: true }).key).toEqual({ accepted: ['Defen_e…'] });
  });
});

describe('an instructor who writes a question', () => {
  const messages = (value: unknown) => {
    const result = checkAuthored('short-text', value);
    return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it.each([
    [{ accept: [{ text: '*' }] }, 'accept.0.text: This matches any response. Put letters beside the * or the ?.'],
    [{ accept: [{ text: ' ' }] }, 'accept.0.text: Write the accepted text.'],
    [{ accept: [{ text: 2015 }] }, 'accept.0.text: 2015 is not read as text: write it in quotation marks.'],
    [{ accept: [{ text: 'a' }], case: 'no' }, 'case: Write case: ignore or case: match.'],
    [
      { accept: [{ text: 'TH*' }], misreadings: [{ text: 'thaad', feedback: 'x' }] },
      'misreadings.0.text: This is accepted as well, so its feedback would never be shown.',
    ],
  ])('%j → %s', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  it('may call wrong by case what is right in another, where case matters', () => {
    expect(
      messages({ accept: [{ text: 'MW' }], case: 'match', misreadings: [{ text: 'mW', feedback: 'milli' }] }),
    ).toEqual([]);
  });
});
