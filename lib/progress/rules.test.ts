import { describe, expect, it } from 'vitest';
import { type LessonProgress, lessonState, minutesLeft, nextPassage, placeToContinue } from './rules';

/** A lesson from letters: a digit is a passage read at that time, "." one not read. */
const lesson = (slug: string, read: string, check: LessonProgress['check'] = null, hidden = false): LessonProgress => ({
  lessonId: slug,
  slug,
  title: slug,
  position: 1,
  hidden,
  check,
  passages: [...read].map((sign, i) => ({
    key: `p-${i + 1}`,
    readAt: sign === '.' ? null : new Date(Number(sign) * 1000),
    length: 650,
  })),
});
const check = (ended: number, running = false) => ({ slug: 'check', ended, running });

describe('where a reader goes on', () => {
  it('is after the passage read last, not at the first one skipped', () => {
    expect(nextPassage(lesson('a', '.2.1.'))).toMatchObject({ position: 3 });
    expect(nextPassage(lesson('a', '..1'))).toMatchObject({ position: 1 });
    expect(nextPassage(lesson('a', '555'))).toBeNull();
  });

  it('is in the lesson read last, wherever it stands', () => {
    const place = placeToContinue([lesson('a', '1.'), lesson('b', '....'), lesson('c', '3..')]);
    expect(place).toMatchObject({ kind: 'continue', lesson: { slug: 'c' }, passage: { position: 2 } });
  });

  it('goes round to a lesson left out, then to a check left out, then is over', () => {
    expect(placeToContinue([lesson('a', '.'), lesson('b', '3')])).toMatchObject({
      kind: 'next',
      lesson: { slug: 'a' },
    });
    expect(placeToContinue([lesson('a', '1', check(0)), lesson('b', '3')])).toMatchObject({
      kind: 'check',
      quiz: 'check',
    });
    expect(placeToContinue([lesson('a', '1', check(1)), lesson('b', '3')])).toEqual({ kind: 'finished' });
  });

  it('never is in a hidden lesson', () => {
    expect(placeToContinue([lesson('a', '9.', null, true), lesson('b', '..')])).toMatchObject({
      kind: 'start',
      lesson: { slug: 'b' },
    });
  });
});

describe('how a lesson stands', () => {
  it('is done when read and checked, and not before', () => {
    expect(lessonState(lesson('a', '11', check(0)))).toBe('to-check');
    expect(lessonState(lesson('a', '1.', check(1)))).toBe('reading');
    expect(lessonState(lesson('a', '..', check(1)))).toBe('reading');
    expect(lessonState(lesson('a', '11', check(1, true)))).toBe('checking');
    expect(lessonState(lesson('a', '11', check(1)))).toBe('done');
    expect(lessonState(lesson('a', '11'))).toBe('done');
  });

  it('tells the minutes left of what is unread', () => {
    expect(minutesLeft(lesson('a', '1...').passages)).toBe(2);
    expect(minutesLeft(lesson('a', '11').passages)).toBe(0);
  });
});
