import { beforeAll, describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import { proveByPerson } from '@/lib/authz/enrolment';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, type LaidCourse, layAttempt, layCourse, passageKey } from '@/lib/testing/lessons';
import { layClass, takeQuiz } from '@/lib/testing/quiz-fixture';
import { withMargins } from './passage-html';
import { findLesson, getOutline, getReference } from './queries';
import { attemptsLeft, dateInWords, paragraphsInWords, quizInWords } from './rules';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
let course: LaidCourse;
let student: Enrolment;
let instructor: Enrolment;

beforeAll(async () => {
  course = await layCourse(
    ctx,
    'one',
    [
      {
        slug: 'first',
        part: 'The claim',
        passages: 3,
        check: true,
        frame: { cards: { terms: ['zero-sum'], people: [], records: [] }, objectives: ['o-1es2'] },
      },
      { slug: 'second', part: 'The claim', passages: 2 },
      { slug: 'secret', part: 'Later', passages: 2, hidden: true, check: false },
      { slug: 'third', part: 'Later', passages: 1 },
    ],
    {
      objectives: [
        { id: 'o-1es2', text: 'Say what it says.' },
        { id: 'o-none', text: 'Not here.' },
      ],
      glossary: { 'zero-sum': { term: 'zero-sum', html: '<p>What one wins.</p>' }, other: { term: 'other', html: '' } },
    },
  );
  student = await enrol(ctx, course, 'student');
  instructor = await enrol(ctx, course, 'instructor');
});

describe('the outline', () => {
  it('shows parts and lessons in order, without what is hidden, and no join code to a student', async () => {
    const outline = await getOutline(ctx, student);
    expect(outline.parts.map((part) => [part.title, part.lessons.map((lesson) => lesson.slug)])).toEqual([
      ['The claim', ['first', 'second']],
      ['Later', ['third']],
    ]);
    expect(outline.join).toBeNull();
    expect(outline.reference).toMatchObject({ terms: 2, people: 0, hasNotes: false });
    expect(outline.objectives).toHaveLength(2);
  });

  it('shows staff what is hidden, and the code', async () => {
    const outline = await getOutline(ctx, instructor);
    expect(outline.parts.flatMap((part) => part.lessons).find((lesson) => lesson.slug === 'secret')?.hidden).toBe(true);
    expect(outline.join?.open).toBe(true);
  });

  it('says how a check stands, in words', async () => {
    const check = async () => (await getOutline(ctx, student)).parts[0]?.lessons[0]?.check;
    const before = await check();
    expect(before && quizInWords(before, ctx.now)).toBe('Not started');
    expect(before && attemptsLeft(before)).toBe(2);
    await layAttempt(ctx, student, 'check-first', 'submitted');
    await layAttempt(ctx, student, 'check-first', 'open');
    const after = await check();
    expect(after && quizInWords(after, ctx.now)).toBe('Under way');
    expect(after && attemptsLeft(after)).toBe(0);
  });

  it('uses the times that are in effect for this student', async () => {
    const quiz = await ctx.db.quiz.findFirstOrThrow({ where: { courseId: course.id } });
    await ctx.db.quiz.update({ where: { id: quiz.id }, data: { closesAt: new Date('2026-08-31T00:00:00Z') } });
    const closesAt = new Date('2026-09-08T00:00:00Z');
    const late = await enrol(ctx, course, 'student', 'Late');
    const other = await enrol(ctx, course, 'student', 'Other');
    await ctx.db.quizException.create({
      data: {
        id: ctx.newId(),
        quizId: quiz.id,
        enrolmentId: late.enrolmentId,
        closesAt,
        extraAttempts: 1,
        createdAt: ctx.now,
      },
    });
    const [theirs, others] = await Promise.all(
      [late, other].map(async (who) => (await getOutline(ctx, who)).parts[0]?.lessons[0]?.check),
    );
    expect(theirs).toMatchObject({ closesAt, attemptsAllowed: 3 });
    expect(others && quizInWords(others, ctx.now)).toBe('Closed, not taken');
  });
});

describe('T-LEAK-3: a score that is held back until the quiz has closed for everybody', () => {
  it('stands in the outline only then: another’s extension counts, time on top of the close too', async () => {
    const ctx = makeCtx(null, new Date());
    const hours = (n: number) => new Date(ctx.now.getTime() + n * 3_600_000);
    const { quiz, ann, ben } = await layClass(ctx, 'held', { rules: { showScore: 'closed' }, types: ['choice'] });
    await takeQuiz(ctx, ann, 'quiz');
    const score = async () => (await getOutline(ctx, ann)).quizzes[0]?.score;
    const exception = { id: ctx.newId(), quizId: quiz.id, enrolmentId: ben.enrolmentId, createdAt: ctx.now };
    await ctx.db.quizException.create({ data: { ...exception, closesAt: hours(-1) } });
    expect(await score()).toBeNull();
    await ctx.db.quiz.update({ where: { id: quiz.id }, data: { closesAt: hours(-1) } });
    expect(await score()).toEqual({ points: 1000, of: 1000 });
    const { id } = exception;
    await ctx.db.quizException.update({ where: { id }, data: { closesAt: null, extraSeconds: 7200 } });
    expect(await score()).toBeNull();
  });
});

describe('a lesson', () => {
  it('comes with its neighbours, its cards, its objectives and the way past what is hidden', async () => {
    const lesson = await findLesson(ctx, student, 'second');
    expect(lesson).toMatchObject({
      position: 2,
      lessons: 3,
      previous: { slug: 'first' },
      next: { slug: 'third', position: 4 },
    });
    expect(lesson?.check).toBeNull();
    const first = await findLesson(ctx, student, 'first');
    expect(first?.previous).toBeNull();
    expect(Object.keys(first?.glossary ?? {})).toEqual(['zero-sum']);
    expect(first?.objectives).toEqual([{ id: 'o-1es2', text: 'Say what it says.' }]);
    expect(first?.passages.map(({ key }) => key)).toEqual([1, 2, 3].map((n) => passageKey('first', n)));
  });

  it('shows a card as its course has it now, though the lesson was read before and did not change', async () => {
    expect((await findLesson(ctx, student, 'first'))?.glossary['zero-sum']?.html).toBe('<p>What one wins.</p>');
    const glossary = { 'zero-sum': { term: 'zero-sum', html: '<p>What one wins, another loses.</p>' } };
    await ctx.db.course.update({ where: { id: student.courseId }, data: { reference: { glossary } } });
    expect((await findLesson(ctx, student, 'first'))?.glossary['zero-sum']?.html).toBe(
      '<p>What one wins, another loses.</p>',
    );
  });

  it('T-AUTHZ-3 does not exist for a student while it is hidden, nor for anybody of another course', async () => {
    expect(await findLesson(ctx, student, 'secret')).toBeNull();
    expect(await findLesson(ctx, instructor, 'secret')).toMatchObject({ hidden: true, lessons: 3 });
    const elsewhere = await layCourse(ctx, 'two', [{ slug: 'mine', passages: 1 }]);
    const stranger = await enrol(ctx, elsewhere, 'instructor', 'Stranger');
    expect(await findLesson(ctx, stranger, 'first')).toBeNull();
    expect(await proveByPerson(ctx, stranger.personId, course.slug)).toBeNull();
  });

  it('lists in the reference which lessons use a term', async () => {
    const reference = await getReference(ctx, student);
    expect(reference.usedIn.get('term-zero-sum')?.map(({ slug }) => slug)).toEqual(['first']);
    expect(reference.usedIn.get('term-other')).toBeUndefined();
  });
});

describe('the margins of a lesson', () => {
  const html = '<section class="passage" id="p-aaaa" data-passage="p-aaaa"><p>A</p><!--margin:p-aaaa--></section>';
  const extras = {
    courseSlug: 'one',
    lessonSlug: 'first',
    keys: ['p-zzzz', 'p-aaaa'],
    position: 2,
    threads: new Map([['p-aaaa', 2]]),
    cited: null,
  };

  it('lead to the threads of a passage, or to the first one', () => {
    expect(withMargins(html, extras)).toContain('href="/courses/one/threads?passage=p-aaaa">Discuss (2)');
    expect(withMargins(html, { ...extras, threads: new Map() })).toContain(
      '/threads/new?passage=p-aaaa">Discuss<span class="sr-only"> passage 2.2',
    );
  });

  it('T-XSS-1 escapes what is put above a cited passage, and ignores an id that is not there', () => {
    const cited = {
      key: 'p-aaaa',
      words: '<img src=x onerror=alert(1)> $& $1',
      back: { href: '/x?a="b', words: "It's" },
    };
    const shown = withMargins(html, { ...extras, cited });
    expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt; $&amp; $1');
    expect(shown).toContain('href="/x?a=&quot;b">It&#39;s');
    expect(shown).toContain('class="passage is-cited" id="p-aaaa"');
    expect(withMargins(html, { ...extras, cited: { ...cited, key: 'p-none' } })).not.toContain('is-cited');
  });
});

describe('words', () => {
  it('says dates and paragraphs as people read them', () => {
    expect(['2018', '2018-12', '2018-12-20'].map(dateInWords)).toEqual(['2018', 'December 2018', '20 December 2018']);
    expect(paragraphsInWords([5, 3, 4, 8])).toBe('¶3–5, ¶8');
  });
});
