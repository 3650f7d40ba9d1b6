import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from '@/lib/testing/imports';
import { ACT_WORDS, actWords, detailWords } from './audit-words';

describe('an admin who reads the audit log', () => {
  it('finds words for every act that the product records', () => {
    const recorders = sourceFiles()
      .map((file) => ({ file, text: readSource(file).text }))
      .filter(({ file, text }) => !file.includes('.test.') && /recordAct\(|audit\.create\(/.test(text));
    const recorded = recorders
      .flatMap(({ text }) => [...text.matchAll(/'((?:person|enrolment|course|quiz|thread|post|demo)\.[a-z-]+)'/g)])
      .map(([, act = '']) => act);
    expect(recorded.length).toBeGreaterThan(15);
    expect(recorded.filter((act) => !(act in ACT_WORDS))).toEqual([]);
    // One is put together from what was asked for.
    for (const joining of ['open', 'closed', 'new-code']) expect(ACT_WORDS).toHaveProperty(`course.joining-${joining}`);
  });

  it('reads whom it was done to, whatever their name holds', () => {
    expect(actWords('person.suspended', 'Mina $& {}')).toBe('suspended Mina $& {}');
    expect(actWords('lesson.thrown-away', null)).toBe('lesson: thrown away');
  });

  it('reads of a change what differs, and of the rest what says something', () => {
    const before = { closesAt: null, attemptsAllowed: 2, shuffle: false };
    const after = { closesAt: '2026-11-24T09:00:00.000Z', attemptsAllowed: 2, shuffle: true };
    expect(detailWords({ version: 3, before, after, deadlinesMoved: 0, reason: 'Illness', opensAt: null })).toEqual([
      'closes at: none → 2026-11-24 09:00 UTC',
      'shuffle: no → yes',
      'version: 3',
      'why: Illness',
    ]);
  });
});
