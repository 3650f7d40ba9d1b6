import { describe, expect, it } from 'vitest';
import {
  type Allowance,
  deadlineOf,
  effectiveTimes,
  keyShown,
  type Release,
  scoresShown,
  startRefusalOf,
  whyHidden,
  withoutEchoes,
} from './rules';
import { DEFAULT_RULES, type QuizRules } from './schema';

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 9));
const quiz = { opensAt: day(1), closesAt: day(5) };
const rules = { attemptsAllowed: 2, timeLimitSeconds: 600 };
const NONE: Allowance = { opensAt: null, closesAt: null, extraSeconds: 0, factor: 1, extraAttempts: 0 };

describe('The times of one student', () => {
  it('are the quiz’s, where nobody granted anything', () => {
    const times = effectiveTimes(quiz, rules, [], 1);
    expect(times).toEqual({ ...quiz, timeLimitSeconds: 600, extraSeconds: 0, attemptsAllowed: 2 });
    expect(deadlineOf(times, day(2))).toEqual(new Date(day(2).getTime() + 600_000));
  });

  it('take the student’s own exception before the group’s, add up extra time and tries, and use the largest factor once', () => {
    const own = { ...NONE, closesAt: day(7), extraSeconds: 60, extraAttempts: 1 };
    const group = { ...NONE, opensAt: day(2), closesAt: day(6), factor: 1.25, extraAttempts: 1 };
    expect(effectiveTimes(quiz, rules, [own, group], 1.5)).toEqual({
      opensAt: day(2),
      closesAt: day(7),
      timeLimitSeconds: 960,
      extraSeconds: 60,
      attemptsAllowed: 4,
    });
  });

  it('end at the close where that comes before the limit, with the extra time after it', () => {
    const times = effectiveTimes(quiz, rules, [{ ...NONE, extraSeconds: 60 }], 1);
    const late = new Date(day(5).getTime() - 60_000);
    expect(deadlineOf(times, late)).toEqual(new Date(day(5).getTime() + 60_000));
  });

  it('never end without a limit and a close', () => {
    const times = effectiveTimes({ opensAt: null, closesAt: null }, { ...rules, timeLimitSeconds: null }, [], 2);
    expect(deadlineOf(times, day(1))).toBeNull();
  });
});

describe('Whether a student may start', () => {
  const times = effectiveTimes(quiz, rules, [], 1);
  const soFar = { questions: 5, attemptsUsed: 0, showKey: 'attempts-used' } as const;

  it('depends on opening, closing, attempts and questions, and on whether the key was seen', () => {
    expect(startRefusalOf(times, soFar, false, new Date(day(1).getTime() - 1))).toBe('not-open-yet');
    expect(startRefusalOf(times, soFar, false, day(1))).toBeNull();
    expect(startRefusalOf(times, soFar, false, day(5))).toBe('closed');
    expect(startRefusalOf(times, { ...soFar, attemptsUsed: 2 }, false, day(2))).toBe('no-attempts-left');
    expect(startRefusalOf(times, { ...soFar, questions: 0 }, true, day(2))).toBe('empty');
    const seen = { ...soFar, attemptsUsed: 1, showKey: 'submitted' } as const;
    expect(startRefusalOf(times, seen, false, day(2))).toBe('key-shown');
    expect(startRefusalOf(times, { ...soFar, attemptsUsed: 9 }, true, day(9))).toBeNull();
  });
});

describe('T-LEAK-3: what a student sees of an ended attempt', () => {
  const release = (given: Partial<Release>): Release => ({
    showScore: 'submitted',
    showKey: 'attempts-used',
    closedForAll: false,
    attemptsUsedUp: false,
    answering: false,
    preview: false,
    ...given,
  });
  const seen = (given: Partial<Release>) => [scoresShown(release(given)), keyShown(release(given))];

  it('follows the table, and the key never comes before the score', () => {
    expect(seen({})).toEqual([true, false]);
    expect(seen({ attemptsUsedUp: true })).toEqual([true, true]);
    expect(seen({ closedForAll: true })).toEqual([true, true]);
    expect(seen({ showKey: 'submitted' })).toEqual([true, true]);
    expect(seen({ showKey: 'closed', attemptsUsedUp: true })).toEqual([true, false]);
    expect(seen({ showKey: 'closed', closedForAll: true })).toEqual([true, true]);
    expect(seen({ showKey: 'never', closedForAll: true, attemptsUsedUp: true })).toEqual([true, false]);
    expect(seen({ showScore: 'closed', showKey: 'submitted' })).toEqual([false, false]);
    expect(seen({ showScore: 'closed', attemptsUsedUp: true })).toEqual([false, false]);
    expect(seen({ showScore: 'closed', showKey: 'never', preview: true })).toEqual([true, true]);
  });

  it('T-LEAK-4: shows no key of an earlier attempt while another one still takes answers, whatever the rule', () => {
    for (const rule of [{ attemptsUsedUp: true }, { closedForAll: true }, { showKey: 'submitted' }] as const) {
      expect(seen({ ...rule, answering: true })).toEqual([true, false]);
      expect(whyHidden(release({ ...rule, answering: true }))).toMatch(/attempt that you have open/);
    }
    expect(seen({ closedForAll: true, answering: true, preview: true })).toEqual([true, true]);
  });

  it('says in words what is held back, exactly where something is', () => {
    expect(whyHidden(release({}))).toMatch(/used all your attempts/);
    expect(whyHidden(release({ showScore: 'closed' }))).toMatch(/Score and feedback/);
    expect(whyHidden(release({ attemptsUsedUp: true }))).toBeNull();
  });
});

describe('What an instructor set over the text', () => {
  it('is kept only where it differs', () => {
    const text: QuizRules = { title: 'Check', ...DEFAULT_RULES.check };
    expect(withoutEchoes(text, { attemptsAllowed: 2, counts: 'last', timeLimitSeconds: null })).toEqual({
      counts: 'last',
    });
  });
});
