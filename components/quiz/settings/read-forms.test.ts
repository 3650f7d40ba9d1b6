import { describe, expect, it } from 'vitest';
import { GrantExtension } from '@/lib/quizzes/schema';
import { readExtension, readSettings } from './read-forms';

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('an instructor who fills in the forms of a quiz', () => {
  it('writes numbers with a point or with a comma', () => {
    const given = { extraMinutes: '2,5', factor: '1,25', extraAttempts: ' 1 ', reason: 'Illness' };
    const read = readExtension(form(given), 'final', 'UTC');
    expect(read).toMatchObject({ extraSeconds: 150, factor: 1.25, extraAttempts: 1 });
    const rules = readSettings(form({ timeLimit: '7.5', attemptsAllowed: '' }), 'final', 'UTC').rules;
    expect(rules).toMatchObject({ timeLimitSeconds: 450, attemptsAllowed: null });
  });

  it('is told in words which number cannot be read', () => {
    const given = { extraMinutes: 'ten', factor: '9', extraAttempts: '1.5', reason: 'Illness' };
    const parsed = GrantExtension.safeParse(readExtension(form(given), 'final', 'UTC'));
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['enrolmentId', 'Choose a student.'],
      ['extraSeconds', 'Write the extra time as a number, or nothing.'],
      ['factor', 'Write a factor from 1 to 5, for example 1.5.'],
      ['extraAttempts', 'Write a whole number of extra attempts, 20 at most.'],
    ]);
  });
});
