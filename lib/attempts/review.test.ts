import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol, layCourse, passageKey } from '@/lib/testing/lessons';
import { layClass, layQuiz, start, takeQuiz } from '@/lib/testing/quiz-fixture';
import { readCitations } from './citations';
import { getReview } from './queries';

const { pool } = testDb();
const ctx = makeCtx(null, new Date());

describe('A student who looks back', () => {
  it('is led from a question to the passage that settles it, with its number, its words and its place in the lesson', async () => {
    const course = await layCourse(ctx, 'cited', [{ slug: 'first', passages: 3 }]);
    const { questionIds } = await layQuiz(ctx, course, { types: ['choice'], questions: 1 });
    const ann = await enrol(ctx, course, 'student', 'Ann');
    const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id } });
    const key = passageKey('first', 2);
    const passage = await ctx.db.passage.findFirstOrThrow({ where: { lessonId: lesson.id, key } });
    const question = await ctx.db.question.findUniqueOrThrow({ where: { id: questionIds[0] ?? '' } });
    const anchorId = ctx.newId();
    const place = { quote: '', prefix: '', suffix: '', start: 0, end: 0 };
    const [passageId, madeForId] = [passage.id, lesson.currentVersionId ?? ''];
    await ctx.db.anchor.create({ data: { id: anchorId, lessonId: lesson.id, passageId, madeForId, ...place } });
    await ctx.db.citation.create({
      data: { questionVersionId: question.currentVersionId ?? '', anchorId, position: 1 },
    });
    const { paper } = await takeQuiz(ctx, ann, 'quiz', () => 1);
    expect((await getReview(ctx, ann, paper.attemptId))?.items[0]?.citations).toEqual([
      {
        lessonId: lesson.id,
        passage: key,
        label: '1.2',
        href: `/courses/cited/lessons/first?cited=${key}#${key}`,
        quoteText: expect.stringMatching(/\w/),
      },
    ]);
    // Who comes back from the passage is given the very same item, which need not be written out anew.
    const [one, two] = [await getReview(ctx, ann, paper.attemptId), await getReview(ctx, ann, paper.attemptId)];
    expect(two?.items[0]).toBe(one?.items[0]);
    const open = await start(ctx, ann, 'quiz');
    expect((await getReview(ctx, ann, open.attemptId))?.items[0]?.citations).toEqual([]);

    // The same review, after the course was worked on: the lesson goes to another place, and then away.
    const cited = async () => (await getReview(ctx, ann, paper.attemptId))?.items[0]?.citations;
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { position: 4, slug: 'fourth' } });
    expect(await cited()).toMatchObject([{ label: '4.2', href: `/courses/cited/lessons/fourth?cited=${key}#${key}` }]);
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { hiddenAt: ctx.now } });
    expect(await cited()).toEqual([]);
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { hiddenAt: null } });
    expect(await cited()).toMatchObject([{ label: '4.2' }]);

    // A word for the lessons that is out of date when the citations are read: what they say is kept under the word of that moment.
    const versions = [question.currentVersionId ?? ''];
    const stale = () => readCitations(ctx, ann, 'as they stood before', versions);
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { hiddenAt: ctx.now } });
    const hidden = await stale();
    expect([...hidden.of.values()]).toEqual([[]]);
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { hiddenAt: null } });
    const shown = await stale();
    expect([...shown.of.values()]).toMatchObject([[{ label: '4.2' }]]);
    expect(new Set([hidden.lessons, shown.lessons, 'as they stood before']).size).toBe(3);

    // It is written anew, with another passage before the cited one, whose words are other ones.
    const [version, before] = [ctx.newId(), lesson.currentVersionId ?? ''];
    const { id: _, n, frame, ...rest } = await ctx.db.lessonVersion.findUniqueOrThrow({ where: { id: before } });
    await ctx.db.lessonVersion.create({ data: { ...rest, frame: frame ?? {}, id: version, n: n + 1 } });
    await ctx.db.passageVersion.create({
      data: { lessonVersionId: version, passageId, position: 3, text: 'Other words.', origin: {} },
    });
    await ctx.db.lesson.update({ where: { id: lesson.id }, data: { currentVersionId: version } });
    expect(await cited()).toMatchObject([{ label: '4.3', quoteText: 'Other words.' }]);
  });

  it('sees of an item that was seen before what it is now: another score, and a response that was erased', async () => {
    const { ann } = await layClass(ctx, 'seen-before', { types: ['choice'], questions: 2 });
    const { paper } = await takeQuiz(ctx, ann, 'quiz', () => 0);
    const seen = async () => (await getReview(ctx, ann, paper.attemptId))?.items ?? [];
    const [first, other] = await seen();
    const scored = await ctx.db.scoreEvent.findFirstOrThrow({ where: { attemptItemId: first?.itemId ?? '' } });
    const { id: _, ...facts } = scored;
    await ctx.db.scoreEvent.create({ data: { ...facts, points: 123, source: 'manual', reason: 'asked for' } });
    const [marked, same] = await seen();
    expect([first?.points, marked?.points]).toEqual([scored.points, 123]);
    expect(same).toBe(other);
    const chosen = JSON.stringify(marked?.review);
    await pool.query('select erase_payloads($1)', [ann.enrolmentId]);
    const [erased] = await seen();
    expect(erased?.points).toBe(123);
    expect(JSON.stringify(erased?.review)).not.toBe(chosen);
  });
});
