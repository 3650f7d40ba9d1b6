import { describe, expect, it } from 'vitest';
import { ExtensionForm, SettingsForm } from './read-forms';

const STUDENT = '00000000-0000-4000-8000-000000000001';
const extension = (fields: Record<string, unknown>) =>
  ExtensionForm.safeParse({ quiz: 'final', zone: 'Asia/Seoul', enrolmentId: STUDENT, reason: 'Illness', ...fields });
const CHOSEN = { counts: 'best', showScore: 'submitted', showKey: 'never' };
const settings = (fields: Record<string, unknown>) =>
  SettingsForm.safeParse({ quiz: 'final', zone: 'Asia/Seoul', ...CHOSEN, ...fields });
const wrong = (parsed: ReturnType<typeof extension> | ReturnType<typeof settings>) =>
  parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('an instructor who fills in the forms of a quiz', () => {
  it('writes numbers with a point or with a comma, and times as their clocks show them', () => {
    const granted = extension({
      extraMinutes: '2,5',
      factor: '1,25',
      extraAttempts: ' 1 ',
      closesAt: '2026-11-24T18:00',
    });
    expect(granted.data).toMatchObject({ extraSeconds: 150, factor: 1.25, extraAttempts: 1, opensAt: null });
    expect(granted.data?.closesAt).toBe('2026-11-24T09:00:00.000Z');
    const set = settings({ opensAt: '', timeLimit: '7.5', attemptsAllowed: '', shuffle: 'on' });
    expect(set.data).toEqual({
      quiz: 'final',
      opensAt: null,
      closesAt: null,
      rules: { ...CHOSEN, timeLimitSeconds: 450, attemptsAllowed: null, shuffle: true },
    });
    expect(settings({}).data?.rules?.shuffle).toBe(false);
  });

  it('is told in words which number cannot be read', () => {
    expect(wrong(extension({ enrolmentId: '', extraMinutes: 'ten', factor: '9', extraAttempts: '1.5' }))).toEqual([
      ['enrolmentId', 'Choose a student.'],
      ['extraSeconds', 'Write the extra time as a number, or nothing.'],
      ['factor', 'Write a factor from 1 to 5, for example 1.5.'],
      ['extraAttempts', 'Write a whole number of extra attempts, 20 at most.'],
    ]);
  });

  it('is told of a time that cannot be read, where it had counted as none', () => {
    expect(wrong(settings({ closesAt: '24.11.2026, 18 h' }))).toEqual([['closesAt', 'Write a date and time.']]);
  });

  it('sends nothing that the form does not have, nothing twice, and no zone that no clock knows', () => {
    expect(wrong(settings({ title: 'Mine' }))?.[0]?.[1]).toContain('"title"');
    expect(wrong(settings({ closesAt: ['2026-11-24T18:00', ''] }))?.[0]?.[0]).toBe('closesAt');
    expect(wrong(settings({ attemptsAllowed: ['1', '2'] }))?.[0]?.[0]).toBe('rules.attemptsAllowed');
    expect(settings({ zone: 'Atlantis/Capital' }).success).toBe(false);
    expect(settings({ zone: ['UTC', 'UTC'] }).success).toBe(false);
  });
});
