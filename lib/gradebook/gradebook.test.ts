import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { classRowsHtml } from '@/components/scores/class-rows-html';
import type { Enrolment } from '@/lib/authz/enrolment';
import { at } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { typeNames } from '@/lib/question-types/registry';
import { testDb } from '@/lib/testing/database';
import { enrol } from '@/lib/testing/lessons';
import { layClass, openTab, samples, start, takeQuiz } from '@/lib/testing/quiz-fixture';
import { asStaff } from '@/lib/testing/threads';
import { findAttemptForStaff } from './attempt';
import { getClassTable } from './class-table';
import { exportClassTable } from './export-class-table';
import { getOwnGrades } from './own-grades';
import { pointsText } from './rules';
import { classViewOf } from './schema';
import { findStudent } from './student';

testDb();
const ctx = makeCtx(null, new Date());
const MINUTE = 60_000;
const ALL = classViewOf({});

type Class = Awaited<ReturnType<typeof layClass>>;

/** Rows of the screen's table as words: what stands in each cell, with a space between its parts. */
const wordsOnScreen = (html: string): string[][] =>
  [...html.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) =>
      cell
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );

describe('the class table', () => {
  let laid: Class;
  let table: Awaited<ReturnType<typeof getClassTable>>;
  const cellOf = (name: string) => table.rows.find((row) => row.name === name)?.cells[0];

  beforeAll(async () => {
    laid = await layClass(ctx, 'table', { rules: { timeLimitSeconds: 600 }, types: ['choice'] });
    const { course, ann, ben, teacher } = laid;
    // Ann: the better first attempt counts, a second is running. Ben: time ran out. Cas: running. Dan: nothing. Eve: gone.
    await takeQuiz(ctx, ann, 'quiz', () => 0);
    await start(ctx, ann, 'quiz');
    await at(ctx, new Date(Date.now() - 11 * MINUTE), (then) => start(then, ben, 'quiz'));
    await start(ctx, await enrol(ctx, course, 'student', 'Cas'), 'quiz');
    await enrol(ctx, course, 'student', 'Dan');
    const eve = await enrol(ctx, course, 'student', 'Eve');
    await takeQuiz(ctx, eve, 'quiz');
    await ctx.db.enrolment.update({ where: { id: eve.enrolmentId }, data: { endedAt: ctx.now } });
    await takeQuiz(ctx, teacher, 'quiz');
    const { ann: stranger } = await layClass(ctx, 'other-table');
    await takeQuiz(ctx, stranger, 'quiz');
    table = await getClassTable(ctx, asStaff(teacher), ALL);
  });

  it('has every student of the course once, and neither staff nor who has left nor anybody of another course', () => {
    expect(table.rows.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cas', 'Dan']);
    expect(table.students).toBe(4);
  });

  it('shows the best score, and how far each one is in words', () => {
    expect(cellOf('Ann')).toMatchObject({ points: 1000, state: 'in-progress' });
    expect(cellOf('Ben')).toMatchObject({ points: null, state: 'ended' });
    expect(cellOf('Cas')).toMatchObject({ points: null, state: 'in-progress' });
    expect(cellOf('Dan')).toMatchObject({ points: null, state: 'not-started', attemptId: null });
    const screen = wordsOnScreen(classRowsHtml('table', table.rows));
    expect(screen).toEqual([
      ['Ann', '1 In progress', '1'],
      ['Ben', 'Time is up', '–'],
      ['Cas', 'In progress', '–'],
      ['Dan', 'Not started', '–'],
    ]);
  });

  it('opens a number into the attempt that makes it, not the latest', async () => {
    const attempt = await findAttemptForStaff(ctx, asStaff(laid.teacher), cellOf('Ann')?.attemptId ?? '');
    expect(attempt).toMatchObject({ student: 'Ann', n: 1, points: 1000 });
  });

  it('is filtered by state and sorted by a quiz or the total, those without a number last', async () => {
    const names = async (view: Record<string, string>) =>
      (await getClassTable(ctx, asStaff(laid.teacher), classViewOf(view))).rows.map(({ name }) => name);
    expect(await names({ state: 'in-progress' })).toEqual(['Ann', 'Cas']);
    expect(await names({ state: 'in-progress', quiz: 'quiz' })).toEqual(['Ann', 'Cas']);
    expect(await names({ sort: 'name', dir: 'down' })).toEqual(['Dan', 'Cas', 'Ben', 'Ann']);
    expect(await names({ sort: 'quiz', dir: 'up' })).toEqual(['Ann', 'Ben', 'Cas', 'Dan']);
    expect(await names({ sort: 'total', dir: 'down' })).toEqual(['Ann', 'Ben', 'Cas', 'Dan']);
  });
});

describe('a class of two hundred', () => {
  it('is exported as the screen shows it: the same rows, order, numbers and words', async () => {
    const { course, teacher } = await layClass(ctx, 'crowd', { types: ['ordering', 'choice', 'multiple-response'] });
    const staff = asStaff(teacher);
    const people = [];
    for (let i = 0; i < 198; i++) people.push(await enrol(ctx, course, 'student', `Student ${i}`));
    for (const [i, me] of people.slice(0, 9).entries()) await takeQuiz(ctx, me, 'quiz', () => i % 4);
    for (const view of [{}, { sort: 'total', dir: 'down' }, { q: 'student 1' }, { state: 'graded', quiz: 'quiz' }]) {
      const asked = classViewOf(view);
      const { rows } = await getClassTable(ctx, staff, asked);
      const file = await (await exportClassTable(ctx, staff, asked)).text();
      const [head, ...lines] = Papa.parse<string[]>(file, { skipEmptyLines: true }).data;
      expect(head).toEqual(['Student', 'Quiz quiz (of 3)', 'Quiz quiz: state', 'Total']);
      expect(lines.length).toBe(rows.length);
      const screen = wordsOnScreen(classRowsHtml('crowd', rows));
      // On screen "Graded" goes without saying beside a number, and no total is a dash.
      const asScreen = lines.map(([name, points, state, total]) => [
        name,
        [points, points && state === 'Graded' ? '' : state].filter(Boolean).join(' '),
        total || '–',
      ]);
      expect(screen).toEqual(asScreen);
    }
  });
});

describe('an attempt opened by staff', () => {
  it('tells item by item what was given, when, from which tab, and what came of it', async () => {
    const { ann, teacher } = await layClass(ctx, 'history', { types: ['choice'] });
    const paper = await start(ctx, ann, 'quiz');
    const itemId = paper.items[0]?.itemId ?? '';
    const [right, wrong] = (await samples(ctx, paper)).get(itemId) ?? [];
    const [first, second] = [openTab(ctx, ann, paper), openTab(ctx, ann, paper)];
    await first.save(itemId, wrong);
    await first.save(itemId, true, { kind: 'flag' });
    await first.save(itemId, null);
    await second.save(itemId, right);
    const attempt = await findAttemptForStaff(ctx, asStaff(teacher), paper.attemptId);
    const history = attempt?.items[0]?.history ?? [];
    expect(history.map(({ words, tab }) => [words, tab])).toEqual([
      [expect.stringMatching(/\w/), 1],
      ['Flagged', 1],
      ['Cleared', 1],
      [expect.stringMatching(/\w/), 2],
    ]);
    expect(history[0]?.words).not.toBe(history[3]?.words);
    expect(attempt).toMatchObject({ state: 'in-progress', submitted_at: null });
  });

  it('is shown as ended at its deadline before anything has closed it', async () => {
    const { ann, teacher } = await layClass(ctx, 'late', { rules: { timeLimitSeconds: 600 }, types: ['choice'] });
    const then = new Date(Date.now() - 11 * MINUTE);
    const paper = await at(ctx, then, (then) => start(then, ann, 'quiz'));
    const attempt = await findAttemptForStaff(ctx, asStaff(teacher), paper.attemptId);
    expect(attempt).toMatchObject({ state: 'ended', ended_by: 'deadline' });
    expect(attempt?.submitted_at?.toISOString()).toBe(paper.deadlineAt);
  });

  it('T-AUTHZ does not exist for staff of another course; nor does the student', async () => {
    const { ann } = await layClass(ctx, 'mine');
    const { teacher } = await layClass(ctx, 'theirs');
    const { paper } = await takeQuiz(ctx, ann, 'quiz');
    expect(await findAttemptForStaff(ctx, asStaff(teacher), paper.attemptId)).toBeNull();
    expect(await findStudent(ctx, asStaff(teacher), ann.enrolmentId)).toBeNull();
  });
});

describe('a student looks at their own grades', () => {
  const gradeOf = async (me: Enrolment, when = ctx) => (await getOwnGrades(when, me)).rows[0];

  it('sees each number with its attempts, which of them counts, and the rule', async () => {
    const { ann } = await layClass(ctx, 'own', { types: ['choice', 'choice'] });
    await takeQuiz(ctx, ann, 'quiz', (i) => i);
    await takeQuiz(ctx, ann, 'quiz', () => 1);
    const grade = await gradeOf(ann);
    expect(grade).toMatchObject({ counts: 'best', points: 1000, max_points: 2000 });
    expect(grade?.attempts.map(({ n, points, counts }) => [n, points, counts])).toEqual([
      [1, 1000, true],
      [2, 0, false],
    ]);
    expect(pointsText(grade?.points ?? 0)).toBe('1');
  });

  it('T-LEAK-3 learns no score before the quiz has closed for everybody, those with an extension included', async () => {
    const closesAt = new Date(Date.now() + 60 * MINUTE);
    const { quiz, ann, ben } = await layClass(ctx, 'held', { rules: { showScore: 'closed' }, closesAt });
    await takeQuiz(ctx, ann, 'quiz');
    await ctx.db.quizException.create({
      data: {
        id: ctx.newId(),
        quizId: quiz.id,
        enrolmentId: ben.enrolmentId,
        closesAt: new Date(closesAt.getTime() + 30 * MINUTE),
        createdAt: ctx.now,
      },
    });
    const held = { held: true, points: null, attempts: [{ points: null }] };
    expect(await gradeOf(ann)).toMatchObject(held);
    await at(ctx, new Date(closesAt.getTime() + MINUTE), async (later) => {
      expect(await gradeOf(ann, later)).toMatchObject(held);
      expect(await getOwnGrades(later, ann)).toMatchObject({ total: null, of: 0 });
    });
    await at(ctx, new Date(closesAt.getTime() + 31 * MINUTE), async (later) => {
      const points = 1000 * typeNames.length;
      expect(await gradeOf(ann, later)).toMatchObject({ held: false, points, attempts: [{ points }] });
    });
  });
});
