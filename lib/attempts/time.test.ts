import { describe, expect, it } from 'vitest';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import { gradesCheck } from '@/lib/grading/check-grades';
import { at } from '@/lib/kernel/clock';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { getQuizStart } from '@/lib/quizzes/queries';
import { GrantExtension } from '@/lib/quizzes/schema';
import { testDb } from '@/lib/testing/database';
import { layClass, openTab, samples, start, takeQuiz } from '@/lib/testing/quiz-fixture';
import { changeQuizSettings } from './change-quiz-settings';
import { closeOverdue } from './close-overdue';
import { grantExtension } from './grant-extension';
import { getAttemptState, getPaper, getReview } from './queries';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';

const { pool } = testDb();
const T0 = new Date(Math.floor(Date.now() / 1000) * 1000);
const ctx = makeCtx(null, T0);
const moment = (seconds: number) => new Date(T0.getTime() + seconds * 1000);
const inTime = <T>(seconds: number, work: (ctx: Ctx) => Promise<T>) => at(ctx, moment(seconds), work);
const TEN_MINUTES = { rules: { timeLimitSeconds: 600 }, types: ['choice'], questions: 2 } as const;
const asInstructor = (me: unknown) => me as EnrolmentAs<'instructor'>;
const extension = (given: object) => GrantExtension.parse({ quiz: 'quiz', reason: 'Was ill', ...given });

describe('A student under a time limit', () => {
  it('T-TIME-3: shuts the browser, and the attempt ends at its deadline with what was saved; until the closer comes, reading writes nothing', async () => {
    const { ann } = await layClass(ctx, 'time-3', TEN_MINUTES);
    const paper = await inTime(0, async (ctx) => {
      const paper = await start(ctx, ann, 'quiz');
      const [item] = paper.items.map(({ itemId }) => itemId) as [string];
      await openTab(ctx, ann, paper).save(item, (await samples(ctx, paper)).get(item)?.[0]);
      return paper;
    });
    expect(paper.deadlineAt).toBe(moment(600).toISOString());
    await inTime(601, async (ctx) => {
      const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
      expect(state.ok && state.value).toMatchObject({ state: 'ended', receipt: null });
      expect(await getReview(ctx, ann, paper.attemptId)).toMatchObject({
        state: 'ended',
        points: null,
        submittedAt: moment(600),
      });
      expect(await closeOverdue(ctx)).toMatchObject({ ended: 0 });
    });
    const stored = await ctx.db.attempt.findUniqueOrThrow({ where: { id: paper.attemptId } });
    expect(stored.state).toBe('open');
    await inTime(606, async (ctx) => {
      expect(await closeOverdue(ctx)).toEqual({ ended: 1, graded: 0, announced: 0 });
      expect(await closeOverdue(ctx)).toEqual({ ended: 0, graded: 0, announced: 0 });
      expect(await getReview(ctx, ann, paper.attemptId)).toMatchObject({
        state: 'graded',
        endedBy: 'deadline',
        submittedAt: moment(600),
        points: 1000,
      });
      const receipt = await submitAttempt(ctx, ann, { attempt: paper.attemptId });
      expect(receipt).toMatchObject({ ok: true, value: { endedBy: 'deadline', answered: 1, items: 2 } });
    });
  });

  it('has what was on its way at the deadline counted, for five seconds, and what comes later refused', async () => {
    const { ann } = await layClass(ctx, 'grace', TEN_MINUTES);
    const paper = await inTime(0, (ctx) => start(ctx, ann, 'quiz'));
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    const given = (await samples(ctx, paper)).get(item)?.[0];
    const tab = (ctx: Ctx) => openTab(ctx, ann, paper);
    expect(await inTime(604, (ctx) => tab(ctx).send(item, given))).toMatchObject({ ok: true });
    expect(await inTime(606, (ctx) => tab(ctx).send(item, given))).toMatchObject({ ok: false, code: 'ended' });
  });

  it('starts anew after a deadline that nobody closed: the old attempt ends at it, the new one is the next', async () => {
    const { ann } = await layClass(ctx, 'anew', TEN_MINUTES);
    const first = await inTime(0, (ctx) => start(ctx, ann, 'quiz'));
    const second = await inTime(700, (ctx) => start(ctx, ann, 'quiz'));
    expect(second).toMatchObject({ n: 2, state: 'open' });
    const old = await ctx.db.attempt.findUniqueOrThrow({ where: { id: first.attemptId } });
    expect(old).toMatchObject({ state: 'graded', endedBy: 'deadline', submittedAt: moment(600) });
  });

  it('T-TIME-4: is ended once though four closers run at once', async () => {
    const { ann, ben } = await layClass(ctx, 'time-4', TEN_MINUTES);
    for (const me of [ann, ben]) {
      const { attemptId } = await start(ctx, me, 'quiz');
      await pool.query(`update attempt set deadline_at = now() - interval '1 minute' where id = $1`, [attemptId]);
    }
    const rounds = await Promise.all([1, 2, 3, 4].map(() => closeOverdue(ctx)));
    expect(rounds.reduce((sum, round) => sum + round.ended, 0)).toBe(2);
    for (const me of [ann, ben]) {
      const { rows } = await pool.query('select count(*)::int as n from grade_event where enrolment_id = $1', [
        me.enrolmentId,
      ]);
      expect(rows[0].n).toBe(1);
    }
  });

  it('T-TIME-5: is scored by the next round where scoring failed, and submitting did not fail for it', async () => {
    const { ann, quiz } = await layClass(ctx, 'time-5', TEN_MINUTES);
    const [questionId] = quiz.questionIds as [string];
    const good = await ctx.db.questionVersion.findFirstOrThrow({ where: { questionId } });
    const paper = await start(ctx, ann, 'quiz');
    await pool.query('alter table question_version disable trigger immutable');
    await pool.query(`update question_version set content = '{}' where id = $1`, [good.id]);
    const receipt = await submitAttempt(ctx, ann, { attempt: paper.attemptId });
    expect(receipt.ok).toBe(true);
    expect(await closeOverdue(ctx)).toMatchObject({ ended: 0 });
    expect((await gradesCheck(ctx)).differences.map(({ what }) => what)).toContain('it still waits to be scored');
    await ctx.db.questionVersion.update({ where: { id: good.id }, data: { content: good.content ?? {} } });
    await pool.query('alter table question_version enable trigger immutable');
    expect(await closeOverdue(ctx)).toMatchObject({ graded: 1 });
    expect(await getReview(ctx, ann, paper.attemptId)).toMatchObject({ state: 'graded', points: 0 });
    expect(await submitAttempt(ctx, ann, { attempt: paper.attemptId })).toEqual(receipt);
  });

  it('T-TIME-6: gets more time while answering, by the one rule: min(close, start + limit × factor) + extra', async () => {
    const { ann, ben, teacher } = await layClass(ctx, 'time-6', { ...TEN_MINUTES, closesAt: moment(1000) });
    const paper = await inTime(0, (ctx) => start(ctx, ann, 'quiz'));
    const bens = await inTime(0, (ctx) => start(ctx, ben, 'quiz'));
    const grant = (seconds: number, given: object) =>
      inTime(seconds, (ctx) =>
        grantExtension(ctx, asInstructor(teacher), extension({ enrolmentId: ann.enrolmentId, ...given })),
      );
    const deadline = async (id: string) => (await ctx.db.attempt.findUniqueOrThrow({ where: { id } })).deadlineAt;
    expect(await grant(60, { extraSeconds: 120 })).toEqual({
      ok: true,
      value: { deadlinesMoved: 1, withdrawn: false },
    });
    expect(await deadline(paper.attemptId)).toEqual(moment(720));
    await grant(61, { factor: 1.5 });
    expect(await deadline(paper.attemptId)).toEqual(moment(900));
    await grant(62, { factor: 2, extraSeconds: 30 });
    expect(await deadline(paper.attemptId)).toEqual(moment(1030));
    expect(await deadline(bens.attemptId)).toEqual(moment(600));
    expect(await grant(63, {})).toEqual({ ok: true, value: { deadlinesMoved: 1, withdrawn: true } });
    expect(await deadline(paper.attemptId)).toEqual(moment(600));
    expect(await ctx.db.quizException.count({ where: { enrolmentId: ann.enrolmentId } })).toBe(0);
    await grant(63, { factor: 2, extraSeconds: 30 });
    const shown = await inTime(63, (ctx) => getQuizStart(ctx, ann, 'quiz'));
    expect(shown).toMatchObject({ timeLimitSeconds: 1230, extended: true });
    expect(await grant(1040, { extraSeconds: 9000 })).toEqual({
      ok: true,
      value: { deadlinesMoved: 0, withdrawn: false },
    });
    expect(await ctx.db.audit.count({ where: { act: 'quiz.extension-granted', courseId: teacher.courseId } })).toBe(5);
  });

  it('is told why it cannot start: not open, closed, none left; and an exception opens it for one student alone', async () => {
    const times = { opensAt: moment(100), closesAt: moment(200) };
    const { ann, ben, teacher } = await layClass(ctx, 'windows', { ...TEN_MINUTES, ...times });
    const tryAt = (seconds: number, me = ann) => inTime(seconds, (ctx) => startAttempt(ctx, me, { quiz: 'quiz' }));
    expect(await tryAt(99)).toMatchObject({ ok: false, code: 'not-open-yet' });
    expect(await tryAt(200)).toMatchObject({ ok: false, code: 'closed' });
    const given = extension({ enrolmentId: ann.enrolmentId, closesAt: moment(400).toISOString() });
    await inTime(210, (ctx) => grantExtension(ctx, asInstructor(teacher), given));
    expect(await tryAt(220)).toMatchObject({ ok: true });
    expect(await tryAt(220, ben)).toMatchObject({ ok: false, code: 'closed' });
    expect(await inTime(220, (ctx) => getQuizStart(ctx, ben, 'quiz'))).toMatchObject({
      refusal: { code: 'closed', message: 'This quiz has closed.' },
      closesAt: moment(200),
    });
  });
});

describe('An instructor who changes a quiz', () => {
  it('closes it earlier for running attempts too, gives later attempts other rules, and the record says so', async () => {
    const { ann, ben, teacher } = await layClass(ctx, 'settings', TEN_MINUTES);
    const paper = await inTime(0, (ctx) => start(ctx, ann, 'quiz'));
    const changed = await inTime(10, (ctx) =>
      changeQuizSettings(ctx, asInstructor(teacher), {
        quiz: 'quiz',
        closesAt: moment(300).toISOString(),
        rules: { timeLimitSeconds: 120, attemptsAllowed: null },
      }),
    );
    expect(changed).toEqual({ ok: true, value: { rulesChanged: true, deadlinesMoved: 1, gradesChanged: 0 } });
    expect((await getPaper(ctx, ann, paper.attemptId))?.deadlineAt).toBe(moment(300).toISOString());
    expect((await inTime(20, (ctx) => start(ctx, ben, 'quiz'))).deadlineAt).toBe(moment(140).toISOString());
    expect(await ctx.db.quiz.findFirst({ where: { courseId: teacher.courseId } })).toMatchObject({
      settings: { timeLimitSeconds: 120, attemptsAllowed: null },
    });
    expect(await ctx.db.audit.count({ where: { act: 'quiz.settings-changed', courseId: teacher.courseId } })).toBe(1);
    const backwards = { quiz: 'quiz', opensAt: moment(400).toISOString() };
    expect(await changeQuizSettings(ctx, asInstructor(teacher), backwards)).toMatchObject({
      code: 'closes-before-opens',
    });
  });

  it('lets another attempt count, and every grade follows', async () => {
    const { ann, teacher } = await layClass(ctx, 'policy', { types: ['choice'], questions: 2 });
    await takeQuiz(ctx, ann, 'quiz', () => 0);
    await takeQuiz(ctx, ann, 'quiz', () => 1);
    const grade = async () => (await ctx.db.grade.findFirstOrThrow({ where: { enrolmentId: ann.enrolmentId } })).points;
    expect(await grade()).toBe(2000);
    for (const [counts, points] of [
      ['last', 0],
      ['average', 1000],
      ['first', 2000],
    ] as const) {
      const result = await changeQuizSettings(ctx, asInstructor(teacher), { quiz: 'quiz', rules: { counts } });
      expect(result).toMatchObject({ ok: true, value: { rulesChanged: true } });
      expect(await grade()).toBe(points);
    }
    expect((await gradesCheck(ctx)).differences.filter((each) => each.enrolmentId === ann.enrolmentId)).toEqual([]);
  });

  it('shows nobody the score before the quiz has closed for all, and then tells everybody once', async () => {
    const lay = { ...TEN_MINUTES, rules: { showScore: 'closed' }, closesAt: moment(1000) } as const;
    const { ann, ben, teacher } = await layClass(ctx, 'announce', lay);
    await inTime(0, (ctx) => takeQuiz(ctx, ann, 'quiz'));
    const longer = extension({ enrolmentId: ben.enrolmentId, closesAt: moment(2000).toISOString() });
    await grantExtension(ctx, asInstructor(teacher), longer);
    const told = () => ctx.db.notification.count({ where: { enrolmentId: ann.enrolmentId } });
    await inTime(1500, closeOverdue);
    expect(await told()).toBe(0);
    await inTime(2001, closeOverdue);
    await inTime(2020, closeOverdue);
    expect(await told()).toBe(1);
  });
});
