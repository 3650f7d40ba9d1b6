import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol } from '@/lib/testing/lessons';
import { layClass, takeQuiz } from '@/lib/testing/quiz-fixture';
import { asStaff } from '@/lib/testing/threads';
import { findQuizSummary } from './quiz-summary';

testDb();
const ctx = makeCtx(null, new Date());

describe('an instructor opens the summary of a quiz', () => {
  it('reads the questions in the quiz’s own order, whatever order each paper had', async () => {
    const { course, ann, ben, teacher } = await layClass(ctx, 'mixed', { rules: { shuffle: true }, questions: 9 });
    for (const me of [ann, ben, await enrol(ctx, course, 'student', 'Cas')]) await takeQuiz(ctx, me, 'quiz');
    const summary = await findQuizSummary(ctx, asStaff(teacher), 'quiz');
    expect(summary?.questions.map(({ place, stem }) => `${place} ${stem}`)).toEqual(
      Array.from({ length: 9 }, (_, i) => `${i + 1} Question ${i + 1}`),
    );
  });

  it('finds mean, spread and facility of first attempts, by students only', async () => {
    const { ann, ben, teacher } = await layClass(ctx, 'first-only', { types: ['choice', 'choice'] });
    await takeQuiz(ctx, ann, 'quiz', () => 0);
    await takeQuiz(ctx, ben, 'quiz', (i) => i);
    await takeQuiz(ctx, ben, 'quiz', () => 0);
    await takeQuiz(ctx, teacher, 'quiz', () => 1);
    const summary = await findQuizSummary(ctx, asStaff(teacher), 'quiz');
    expect(summary).toMatchObject({ sittings: 2, students: 2, maxPoints: 2000, spread: { mean: 1500, lowest: 1000 } });
    expect(summary?.questions.map(({ facility, n }) => [facility, n])).toEqual([
      [1, 2],
      [0.5, 2],
    ]);
    for (const { options } of summary?.questions ?? []) {
      expect(options.reduce((sum, { all }) => sum + all, 0)).toBe(2);
      expect(options.some(({ all }) => all === 0)).toBe(true);
    }
  });

  it('T-AUTHZ has none of another course’s quizzes', async () => {
    await layClass(ctx, 'ours-only', {});
    const { teacher } = await layClass(ctx, 'no-quiz', { slug: 'another' });
    expect(await findQuizSummary(ctx, asStaff(teacher), 'quiz')).toBeNull();
  });

  it('keeps what was asked before a question changed apart from what is asked now', async () => {
    const { quiz, ann, ben, teacher } = await layClass(ctx, 'changed', { types: ['choice'] });
    await takeQuiz(ctx, ann, 'quiz');
    const questionId = quiz.questionIds[0] ?? '';
    const old = await ctx.db.questionVersion.findFirstOrThrow({ where: { questionId } });
    const newId = ctx.newId();
    await ctx.db.questionVersion.create({
      data: { ...old, id: newId, n: 2, stemText: 'Question 1, asked better', content: old.content ?? {} },
    });
    await ctx.db.question.update({ where: { id: questionId }, data: { currentVersionId: newId } });
    await takeQuiz(ctx, ben, 'quiz');
    const summary = await findQuizSummary(ctx, asStaff(teacher), 'quiz');
    expect(summary?.questions.map(({ place, stem, replaced, n }) => [place, stem, replaced, n])).toEqual([
      [1, 'Question 1, asked better', false, 1],
      [1, 'Question 1', true, 1],
    ]);
  });
});
