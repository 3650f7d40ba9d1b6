import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { typeNames } from '@/lib/question-types/registry';
import { testDb } from '@/lib/testing/database';
import { layClass, takeQuiz } from '@/lib/testing/quiz-fixture';
import { gradesCheck } from './check-grades';

const { pool } = testDb();
const ctx = makeCtx(null, new Date());
const whats = async () => (await gradesCheck(ctx)).differences.map(({ where, what }) => `${where}: ${what}`);

describe('Whoever checks the grades', () => {
  it('finds every score and grade as replaying the log gives it, and each value that SQL altered by name', async () => {
    const { ann, ben, teacher } = await layClass(ctx, 'check', { questions: 10 });
    expect(await gradesCheck(ctx)).toEqual({ attempts: 0, items: 0, grades: 0, erased: 0, differences: [] });
    const first = await takeQuiz(ctx, ann, 'quiz', (index) => index % 3);
    await takeQuiz(ctx, ann, 'quiz', (index) => (index < 3 ? null : 1));
    await takeQuiz(ctx, ben, 'quiz', () => 0);
    await takeQuiz(ctx, teacher, 'quiz');
    expect(await gradesCheck(ctx)).toEqual({ attempts: 4, items: 40, grades: 2, erased: 0, differences: [] });

    const { attemptId } = first.paper;
    const points = (await ctx.db.attempt.findUniqueOrThrow({ where: { id: attemptId } })).points ?? 0;
    await pool.query('update attempt set points = points - 1 where id = $1', [attemptId]);
    expect(await whats()).toEqual(
      expect.arrayContaining([`check, quiz, attempt 1: the total is ${points - 1}, and should be ${points}`]),
    );
    await pool.query('update attempt set points = points + 1 where id = $1', [attemptId]);

    await pool.query('update grade set points = 1 where enrolment_id = $1', [ben.enrolmentId]);
    expect(await whats()).toContain('check, quiz, grade: the grade is 1, and should be 10000');
    await pool.query('update grade set points = 10000 where enrolment_id = $1', [ben.enrolmentId]);

    // A database superuser can switch the trigger off; the check still names what was done.
    await pool.query('alter table score_event disable trigger append_only');
    await pool.query('update score_event set points = 0, fraction = 0 where attempt_id = $1', [attemptId]);
    const found = await whats();
    expect(found.some((each) => /attempt 1: item \d+, the score is 0, and should be \d+/.test(each))).toBe(true);
    expect(found.some((each) => each.includes('the total is'))).toBe(true);
    await pool.query('alter table score_event enable trigger append_only');
  });

  it('takes erased responses aside: the receipt still verifies, and the scores stand', async () => {
    const { ann } = await layClass(ctx, 'erased');
    await takeQuiz(ctx, ann, 'quiz');
    await pool.query('select erase_payloads($1)', [ann.enrolmentId]);
    const { erased, differences } = await gradesCheck(ctx);
    expect(erased).toBe(typeNames.length);
    expect(differences.filter((each) => each.enrolmentId === ann.enrolmentId)).toEqual([]);
  });
});
