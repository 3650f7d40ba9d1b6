import { beforeAll, describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import { parseInput } from '@/lib/doors/input';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, enrolPerson, type LaidCourse, layAttempt, layCourse, passageKey } from '@/lib/testing/lessons';
import { getHome } from './home';
import { markLessonRead, markPassagesRead } from './mark-passages-read';
import { continueWhere, listLessonProgress } from './queries';
import { lessonState, stateInWords } from './rules';
import { MarkPassagesRead } from './schema';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
const later = ctxAt('2026-09-02T10:00:00Z');
let course: LaidCourse;
let other: LaidCourse;
let me: Enrolment;

beforeAll(async () => {
  course = await layCourse(ctx, 'one', [
    { slug: 'first', passages: 3, check: true },
    { slug: 'second', passages: 2 },
    { slug: 'secret', passages: 2, hidden: true },
  ]);
  other = await layCourse(ctx, 'two', [{ slug: 'elsewhere', passages: 2 }]);
});

const mark = (who: Enrolment, lesson: string, ...numbers: number[]) =>
  markPassagesRead(ctx, who, { lesson, passages: numbers.map((n) => passageKey(lesson, n)) });
const states = async (who: Enrolment) => (await listLessonProgress(ctx, who)).map(stateInWords);

describe('a student reads', () => {
  beforeAll(async () => {
    me = await enrol(ctx, course, 'student');
  });

  it('starts at the first passage of the first lesson', async () => {
    const place = await continueWhere(ctx, me);
    expect(place).toMatchObject({ kind: 'start', lesson: { slug: 'first' }, passage: { position: 1 } });
    expect(await states(me)).toEqual(['Not started', 'Not started']);
  });

  it('is told how much is read, and telling twice changes nothing', async () => {
    expect(await mark(me, 'first', 1, 2)).toEqual({ ok: true, value: { read: 2, of: 3 } });
    const again = await markPassagesRead(later, me, { lesson: 'first', passages: [passageKey('first', 1)] });
    expect(again).toEqual({ ok: true, value: { read: 2, of: 3 } });
    const [first] = await listLessonProgress(ctx, me);
    expect(first?.passages[0]?.readAt).toEqual(ctx.now);
    expect(await states(me)).toEqual(['2 of 3 read', 'Not started']);
  });

  it('may send the same passages from two tabs at once', async () => {
    const both = await Promise.all(Array.from({ length: 12 }, () => mark(me, 'first', 1, 2)));
    expect(both.every((result) => result.ok && result.value.read === 2)).toBe(true);
  });

  it('goes on at the passage after the last one read', async () => {
    expect(await continueWhere(ctx, me)).toMatchObject({ kind: 'continue', passage: { position: 3 } });
  });

  it('is led to the check when the lesson is read, and to the next lesson when it is checked', async () => {
    expect(await markLessonRead(ctx, me, { lesson: 'first' })).toEqual({ ok: true, value: { read: 3, of: 3 } });
    expect(await states(me)).toEqual(['Read, check to do', 'Not started']);
    expect(await continueWhere(ctx, me)).toMatchObject({ kind: 'check', quiz: 'check-first', running: false });
    await layAttempt(ctx, me, 'check-first', 'open', new Date('2026-09-01T11:00:00Z'));
    expect(await states(me)).toEqual(['Check under way', 'Not started']);
    // A day on its deadline has passed: it counts as ended before anybody has closed it.
    expect((await listLessonProgress(later, me)).map(lessonState)).toEqual(['done', 'not-started']);
    expect(await continueWhere(later, me)).toMatchObject({ kind: 'next', lesson: { slug: 'second' } });
  });

  it('has finished when everything is read and checked', async () => {
    await markLessonRead(ctx, me, { lesson: 'second' });
    expect(await continueWhere(later, me)).toEqual({ kind: 'finished' });
  });

  it('sees the progress of each of their courses, and of no other', async () => {
    const there = await enrolPerson(ctx, other, me.personId, 'student');
    const { courses } = await getHome(ctx, me);
    const found = new Map(courses.map(({ enrolmentId, lessons }) => [enrolmentId, lessons]));
    expect(found.get(there.enrolmentId)?.map(stateInWords)).toEqual(['Not started']);
    expect(found.get(me.enrolmentId)).toHaveLength(2);
  });
});

describe('what is not theirs does not exist', () => {
  it('T-AUTHZ-3 refuses a lesson of another course, a hidden lesson and passages of neither, in the same words', async () => {
    const student = await enrol(ctx, course, 'student');
    const answers = await Promise.all([
      mark(student, 'elsewhere', 1),
      mark(student, 'secret', 1),
      markLessonRead(ctx, student, { lesson: 'secret' }),
      markLessonRead(ctx, student, { lesson: 'no-such-lesson' }),
      markPassagesRead(ctx, student, { lesson: 'first', passages: [passageKey('elsewhere', 1)] }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], code: 'not-found' });
    expect(await ctx.db.progress.count({ where: { enrolmentId: student.enrolmentId } })).toBe(0);
  });

  it('lets staff read what is hidden', async () => {
    const instructor = await enrol(ctx, course, 'instructor');
    expect(await mark(instructor, 'secret', 1)).toEqual({ ok: true, value: { read: 1, of: 2 } });
  });

  it('T-MASS-1 T-PRIS-1 takes nothing but a slug and passage ids', () => {
    const good = { lesson: 'first', passages: ['p-k3f9'] };
    expect(parseInput(MarkPassagesRead, good).ok).toBe(true);
    const bad: unknown[] = [
      { ...good, enrolmentId: 'x' },
      { ...good, readAt: '2020-01-01' },
      { ...good, lesson: { not: 'x' } },
      { ...good, passages: [{ gt: '' }] },
      { ...good, passages: [] },
      { ...good, passages: ['p-k3f9\u0000'] },
      { ...good, lesson: 'a\u0000b' },
      { lesson: 'first' },
    ];
    for (const input of bad) expect(parseInput(MarkPassagesRead, input)).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('a course without lessons', () => {
  it('has no place to go on', async () => {
    const empty = await layCourse(ctx, 'empty', []);
    expect(await continueWhere(ctx, await enrol(ctx, empty, 'student'))).toEqual({ kind: 'empty' });
  });
});
