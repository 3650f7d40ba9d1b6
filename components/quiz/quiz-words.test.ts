import { describe, expect, it } from 'vitest';
import { inPoints, pointsWords, shownWords } from './quiz-words';

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
