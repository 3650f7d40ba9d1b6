import { describe, expect, it } from 'vitest';
import { attemptsWords, inPoints, openingWords, pointsWords, shownWords } from './quiz-words';

describe('a student before a quiz', () => {
  it('reads what is shown when, and that a close which decides on it is not set yet', () => {
    const closesAt = new Date('2026-12-01T18:00:00Z');
    const rules = { showScore: 'submitted', showKey: 'closed' } as const;
    expect(shownWords({ ...rules, closesAt })).toEqual([
      'Your score, and feedback on what you chose, as soon as you submit.',
      'The correct answers and why, once the quiz has closed for everybody.',
    ]);
    expect(shownWords({ ...rules, closesAt: null }).at(-1)).toBe('Your instructor has not said yet when it closes.');
    expect(shownWords({ showScore: 'submitted', showKey: 'attempts-used', closesAt: null })).toHaveLength(2);
  });

  it('reads points without needless digits', () => {
    expect([2000, 500, 1250, 333].map(inPoints)).toEqual(['2', '0.5', '1.25', '0.33']);
    expect([pointsWords(1000), pointsWords(1500)]).toEqual(['1 point', '1.5 points']);
  });
});

describe('an instructor who looks over the quizzes', () => {
  it('reads how many attempts there are and which of them counts', () => {
    expect(attemptsWords({ attemptsAllowed: 1, counts: 'best' })).toBe('1 attempt');
    expect(attemptsWords({ attemptsAllowed: 2, counts: 'best' })).toBe('2 attempts, the best counts');
    expect(attemptsWords({ attemptsAllowed: null, counts: 'average' })).toBe(
      'any number of attempts, the average counts',
    );
  });

  it('reads when each is open', () => {
    const [before, now, after] = ['2026-11-01', '2026-11-15', '2026-12-01'].map((day) => new Date(day)) as [
      Date,
      Date,
      Date,
    ];
    const read = (opensAt: Date | null, closesAt: Date | null) =>
      openingWords({ opensAt, closesAt }, now).map(({ words, at }) =>
        at ? `${words} ${at.toISOString().slice(0, 10)}` : words,
      );
    expect(read(null, null)).toEqual(['Always open']);
    expect(read(null, after)).toEqual(['Open, closes 2026-12-01']);
    expect(read(before, null)).toEqual(['Open since 2026-11-01']);
    expect(read(before, after)).toEqual(['Open since 2026-11-01', 'closes 2026-12-01']);
    expect(read(after, null)).toEqual(['Opens 2026-12-01']);
    expect(read(after, new Date('2026-12-08'))).toEqual(['Opens 2026-12-01', 'closes 2026-12-08']);
    expect(read(before, now)).toEqual(['Closed 2026-11-15']);
  });
});
