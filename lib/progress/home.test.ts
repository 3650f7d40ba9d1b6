import { beforeAll, describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, enrolPerson, type LaidCourse, layAttempt, layCourse, passageKey } from '@/lib/testing/lessons';
import { getHome } from './home';
import { markLessonRead, markPassagesRead } from './mark-passages-read';
import { minutesLeft, placeToContinue, stateInWords } from './rules';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
let course: LaidCourse;
let mina: Enrolment;

beforeAll(async () => {
  course = await layCourse(ctx, 'logic', [
    { slug: 'first', passages: 3, check: true },
    { slug: 'second', passages: 2, check: true },
    { slug: 'secret', passages: 2, hidden: true },
  ]);
  mina = await enrol(ctx, course, 'student', 'Mina');
});

const closes = (slug: string, at: string) =>
  ctx.db.quiz.updateMany({ where: { courseId: course.id, slug }, data: { closesAt: new Date(at) } });
const dueOf = async (who: Enrolment, now = ctx) =>
  (await getHome(now, who)).due.map(({ quiz, attemptId, at }) => [quiz.slug, attemptId !== null, at?.toISOString()]);

describe('what a student finds at home', () => {
  it('is each of their courses, the one last worked in first, with where they stand in it', async () => {
    const other = await layCourse(ctx, 'rhetoric', [{ slug: 'elsewhere', passages: 2 }]);
    await enrolPerson(ctx, other, mina.personId, 'student');
    const later = ctxAt('2026-09-01T10:05:00Z');
    await markPassagesRead(later, mina, { lesson: 'first', passages: [passageKey('first', 2)] });
    const { courses } = await getHome(later, mina);
    expect(courses.map(({ slug, role, unread }) => [slug, role, unread])).toEqual([
      ['logic', 'student', 0],
      ['rhetoric', 'student', 0],
    ]);
    expect(courses[0]?.lessons.map(stateInWords)).toEqual(['1 of 3 read', 'Not started']);
    expect(placeToContinue(courses[0]?.lessons ?? [])).toMatchObject({
      kind: 'continue',
      passage: { key: passageKey('first', 3), position: 3 },
    });
  });

  it('is the lesson as it stands now, though it was shown before it was edited', async () => {
    const { courses: before } = await getHome(ctx, mina);
    expect(before[0]?.lessons[1]).toMatchObject({ title: 'Lesson second', passages: [{}, {}] });
    const { lessonId = '', passages = [] } = before[0]?.lessons[1] ?? {};
    expect(minutesLeft(passages)).toBe(1);
    const { id: _, ...old } = await ctx.db.lessonVersion.findFirstOrThrow({ where: { lessonId } });
    const id = ctx.newId();
    await ctx.db.lessonVersion.create({ data: { ...old, id, n: 2, title: 'Edited', frame: {} } });
    const kept = await ctx.db.passage.findFirstOrThrow({ where: { key: passageKey('second', 2) } });
    await ctx.db.passageVersion.create({
      data: { lessonVersionId: id, passageId: kept.id, position: 1, text: 'é'.repeat(2_000), origin: {} },
    });
    await ctx.db.lesson.update({ where: { id: lessonId }, data: { currentVersionId: id } });
    const { courses: after } = await getHome(ctx, mina);
    expect(after[0]?.lessons[1]).toMatchObject({
      title: 'Edited',
      passages: [{ key: passageKey('second', 2), length: 2_000, readAt: null }],
    });
  });

  it('never is a lesson that was hidden since', async () => {
    const where = { slug: 'second', courseId: course.id };
    await ctx.db.lesson.updateMany({ where, data: { hiddenAt: ctx.now } });
    expect((await getHome(ctx, mina)).courses[0]?.lessons.map(({ slug }) => slug)).toEqual(['first']);
    await ctx.db.lesson.updateMany({ where, data: { hiddenAt: null } });
    expect((await getHome(ctx, mina)).courses[0]?.lessons.map(({ slug }) => slug)).toEqual(['first', 'second']);
  });

  it('is what closes soon and what runs, and no more what they have done or what is closed', async () => {
    expect(await dueOf(mina)).toEqual([]);
    await closes('check-first', '2026-09-05T10:00:00Z');
    await closes('check-second', '2026-09-03T10:00:00Z');
    expect(await dueOf(mina)).toEqual([
      ['check-second', false, '2026-09-03T10:00:00.000Z'],
      ['check-first', false, '2026-09-05T10:00:00.000Z'],
    ]);
    await layAttempt(ctx, mina, 'check-first', 'open', new Date('2026-09-01T11:00:00Z'));
    expect(await dueOf(mina)).toEqual([
      ['check-first', true, '2026-09-01T11:00:00.000Z'],
      ['check-second', false, '2026-09-03T10:00:00.000Z'],
    ]);
    expect(await dueOf(mina, ctxAt('2026-09-01T11:00:00Z'))).toEqual([
      ['check-second', false, '2026-09-03T10:00:00.000Z'],
    ]);
    expect(await dueOf(mina, ctxAt('2026-09-03T10:00:00Z'))).toEqual([]);
  });

  it('is the days on which they read or began an attempt, by their own clock', async () => {
    const leo = await enrol(ctx, course, 'student', 'Leo');
    await markLessonRead(ctxAt('2026-09-01T23:30:00Z'), leo, { lesson: 'first' });
    await layAttempt(ctxAt('2026-09-04T12:00:00Z'), leo, 'check-first', 'submitted');
    const days = async (timeZone: string) =>
      (await getHome(ctxAt('2026-09-05T12:00:00Z'), { ...leo, timeZone })).week
        .map((read) => (read ? 'x' : '.'))
        .join('');
    expect(await days('UTC')).toBe('..x..x.');
    expect(await days('Asia/Seoul')).toBe('...x.x.');
  });
});

describe('what staff find at home', () => {
  it('is their course with its hidden lessons, and nothing that a student would have to do', async () => {
    const teacher = await enrol(ctx, course, 'instructor', 'Tess');
    await markLessonRead(ctx, teacher, { lesson: 'secret' });
    const { courses, due, week } = await getHome(ctx, teacher);
    expect(courses[0]?.lessons.map(({ slug, hidden }) => [slug, hidden])).toEqual([
      ['first', false],
      ['second', false],
      ['secret', true],
    ]);
    expect(due).toEqual([]);
    expect(week).not.toContain(true);
  });
});

describe('somebody in no course', () => {
  it('finds nothing, and no fault', async () => {
    const { courses, due, week } = await getHome(ctx, { personId: ctx.newId(), timeZone: 'UTC' });
    expect([courses, due, week]).toEqual([[], [], Array(7).fill(false)]);
  });
});
