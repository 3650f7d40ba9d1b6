import { beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '@/cli/start/load-course';
import { enrolmentAs, proveByPerson } from '@/lib/authz/enrolment';
import { gradesCheck } from '@/lib/grading/check-grades';
import { findQuizSummary, type QuizSummary } from '@/lib/item-analysis/quiz-summary';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { createPerson } from '@/lib/people/create-person';
import { enrolPerson } from '@/lib/people/enrol-person';
import { testDb } from '@/lib/testing/database';
import { makeClass, proveStaff } from './class';
import type { DemoStaff } from './conversation';

testDb();
const COURSE = 'seoul-tokyo';
let ctx: Ctx;
let staff: DemoStaff;
const summaries: QuizSummary[] = [];

beforeAll(async () => {
  ctx = makeCtx(null, new Date('2026-03-20T15:00:00Z'));
  await loadCourse('content/seoul-tokyo', () => {});
  const course = await ctx.db.course.findUniqueOrThrow({ where: { slug: COURSE } });
  const people: Record<string, string> = {};
  for (const role of ['instructor', 'assistant', 'student'] as const) {
    const input = {
      email: `${role}@example.test`,
      displayName: role,
      timeZone: 'UTC',
      password: 'orchard kettle violin',
    };
    const made = await createPerson(ctx, input);
    if (!made.ok) throw new Error(made.message);
    people[role] = made.value.personId;
    await enrolPerson(ctx, { courseId: course.id, personId: made.value.personId, role });
  }
  staff = await proveStaff(ctx, COURSE, (role) => people[role] ?? '');
  await makeClass(ctx, COURSE, staff);
  const me = enrolmentAs(await proveByPerson(ctx, people.instructor ?? '', COURSE), ['instructor']);
  if (!me) throw new Error('no instructor');
  for (const { slug } of await ctx.db.quiz.findMany({ where: { courseId: course.id, hiddenAt: null } })) {
    const summary = await findQuizSummary(ctx, me, slug);
    if (summary) summaries.push(summary);
  }
}, 120_000);

const questions = () => summaries.flatMap((summary) => summary.questions).filter(({ n }) => n > 0);
const share = (fits: number, of: number): number => fits / of;

describe('the demo’s class is one that an instructor could have', () => {
  it('has forty students besides the one who looks around, twelve threads and five attempts that were left open', async () => {
    expect(await ctx.db.enrolment.count({ where: { role: 'student' } })).toBe(41);
    expect(await ctx.db.thread.count()).toBe(12);
    expect(await ctx.db.attempt.count({ where: { state: 'open' } })).toBe(5);
  });

  it('finds nine questions of ten neither trivial nor hopeless (facility 0.3 to 0.95)', () => {
    const fits = questions().filter(({ facility }) => facility !== null && facility >= 0.3 && facility <= 0.95);
    expect(questions().length).toBeGreaterThan(40);
    expect(share(fits.length, questions().length)).toBeGreaterThanOrEqual(0.9);
  });

  it('is told apart by eight questions of ten (discrimination above 0)', () => {
    const fits = questions().filter(({ discrimination }) => discrimination !== null && discrimination > 0);
    expect(share(fits.length, questions().length)).toBeGreaterThanOrEqual(0.8);
  });

  it('answers one question as if its key were wrong, and the item analysis says so of this one alone', () => {
    const accused = questions().filter(({ verdict }) => verdict === 'check-key');
    expect(accused.map(({ stem }) => stem)).toEqual([expect.stringContaining('apart from earlier quarrels')]);
    expect(accused[0]?.discrimination).toBeLessThan(-0.1);
  });

  it('did all of it in the past, within four weeks', async () => {
    const { _min: first, _max: last } = await ctx.db.responseEvent.aggregate({
      _min: { receivedAt: true },
      _max: { receivedAt: true },
    });
    expect(first.receivedAt?.getTime()).toBeGreaterThan(Date.parse('2026-02-20T00:00:00Z'));
    expect(last.receivedAt?.getTime()).toBeLessThan(ctx.now.getTime());
  });

  it('has grades that follow from the log', async () => {
    const { differences, attempts } = await gradesCheck(ctx);
    expect(attempts).toBeGreaterThan(300);
    expect(differences).toEqual([]);
  });

  it('is made once', async () => {
    expect(await makeClass(ctx, COURSE, staff)).toBeNull();
    expect(await ctx.db.person.count()).toBe(43);
  });
});
