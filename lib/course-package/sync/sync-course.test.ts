import { beforeEach, describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { newCode, newSeed } from '@/lib/kernel/random';
import { CourseReference, CourseSource, LessonFrame, PassageOrigin } from '@/lib/lessons/schema';
import { parseContent } from '@/lib/question-types/registry';
import { testDb } from '@/lib/testing/database';
import { type Edit, tinyCourse } from '@/lib/testing/tiny-course';
import { checkCourse } from '../check/check-course';
import { isLoaded } from './is-loaded';
import { reportLine } from './report';
import { syncCourse } from './sync-course';

const database = testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
const { db } = ctx;

/** Loads the tiny course with edits, whatever is wrong with it. */
async function load(
  edits: readonly Edit[] = [],
  more: Readonly<Record<string, string | null>> = {},
  fingerprint?: string,
) {
  const { course } = checkCourse(tinyCourse(edits, more));
  if (!course) throw new Error('course.yaml could not be read');
  const result = await syncCourse(ctx, course, fingerprint === undefined ? {} : { fingerprint });
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Every row that a sync may write, so that two states can be compared. */
async function everything() {
  const tables =
    'course part lesson lesson_version passage passage_version anchor anchor_resolution question_bank question question_version citation quiz quiz_version item grade_column audit';
  const rows = await Promise.all(
    tables
      .split(' ')
      .map(async (table) => [table, (await database.pool.query(`select * from ${table} order by 1, 2`)).rows]),
  );
  return Object.fromEntries(rows) as Record<string, unknown[]>;
}

const question = (key: string) =>
  db.question.findFirstOrThrow({
    where: { key },
    include: { currentVersion: { include: { citations: { include: { anchor: true } } } }, versions: true },
  });
const lesson = (key: string) =>
  db.lesson.findFirstOrThrow({ where: { key }, include: { currentVersion: { include: { passages: true } } } });

beforeEach(async () => {
  await load();
});

describe('an instructor who loads a course', () => {
  it('finds lessons, passages, questions and quizzes as they were written', async () => {
    const course = await db.course.findUniqueOrThrow({ where: { slug: 'reading-the-tide' }, include: { parts: true } });
    expect(CourseReference.parse(course.reference).glossary.tide?.html).toBe('The rise and fall of the <em>sea</em>.');
    expect(CourseSource.parse(course.source).paragraphs).toBe(6);
    expect(course.parts.map(({ title }) => title).sort()).toEqual(['Causes', 'Use']);

    const moon = await lesson('l-m00n');
    expect(moon).toMatchObject({ slug: 'the-moon', position: 1, hiddenAt: null });
    expect(LessonFrame.parse(moon.currentVersion?.frame)).toMatchObject({
      headings: [
        { id: 'h-two-bulges', text: 'Two bulges', level: 2 },
        { id: 'h-in-steps', text: 'In steps', level: 3 },
      ],
      cards: { terms: ['tide'], people: ['ada-reed'], records: ['gauge-1931'] },
    });
    const html = moon.currentVersion?.html ?? '';
    expect(html).toContain('<section class="passage" id="p-near" data-passage="p-near">');
    expect(html).toContain('<a href="#term-tide" class="term" data-card="term-tide">tide</a>');
    expect(html).toContain('<span lang="ko">조수</span>');
    expect(html).toContain('href="/courses/reading-the-tide/lessons/a-working-day#p-bar1"');
    expect(html).toContain('aria-label="Link to passage 1.2">1.2</a>');
    expect(html).toContain('<!--margin:p-step-->');
    const origins = moon.currentVersion?.passages.map(({ origin }) => PassageOrigin.parse(origin));
    expect(origins).toContainEqual({ source: [2], record: ['gauge-1931'], own: false, background: false });

    const asked = await question('q-who1');
    expect(asked.currentVersion).toMatchObject({
      n: 1,
      type: 'choice',
      stemText: 'What pulls most on the near side?',
      objective: 'o-c4se',
    });
    expect(() => parseContent('choice', asked.currentVersion?.content)).not.toThrow();
    const cited = await db.passage.findUniqueOrThrow({
      where: { id: asked.currentVersion?.citations[0]?.anchor.passageId ?? '' },
    });
    expect(cited.key).toBe('p-near');

    const check = await db.quiz.findFirstOrThrow({
      where: { slug: 'check-1' },
      include: { currentVersion: { include: { items: true } }, gradeColumns: true },
    });
    expect(check).toMatchObject({
      kind: 'check',
      lessonId: moon.id,
      currentVersion: { attemptsAllowed: 2, counts: 'best', points: 6500 },
    });
    expect(check.gradeColumns).toMatchObject([{ kind: 'quiz', points: 6500, title: 'Check: the moon and the water' }]);
    const final = await db.quiz.findFirstOrThrow({ where: { slug: 'final' }, include: { currentVersion: true } });
    expect(final.currentVersion).toMatchObject({
      attemptsAllowed: null,
      timeLimitSeconds: 1200,
      shuffle: true,
      showKey: 'never',
    });
  });

  it('writes nothing at all when the same text is loaded again', async () => {
    const before = await everything();
    const report = await load();
    expect(report.changed).toBe(false);
    expect(reportLine(report)).toContain('nothing has changed');
    expect(await everything()).toEqual(before);
  });

  it('need not have the text looked at again once its fingerprint is known', async () => {
    expect(await isLoaded(ctx, 'c-t1de', 'print 1')).toBe(false);
    await load([], {}, 'print 1');
    expect(await isLoaded(ctx, 'c-t1de', 'print 1')).toBe(true);
    await load([], {}, 'print 2');
    expect(await isLoaded(ctx, 'c-t1de', 'print 1')).toBe(false);
  });

  it('gets a new version of a changed question, while an attempt in progress keeps the one it has', async () => {
    const stood = await question('q-num3');
    const quiz = await db.quiz.findFirstOrThrow({
      where: { slug: 'check-1' },
      include: { currentVersion: { include: { items: true } } },
    });
    const item = quiz.currentVersion?.items.find(({ questionId }) => questionId === stood.id);
    const person = await db.person.create({
      data: { id: ctx.newId(), email: `${newCode()}@example.test`, displayName: 'S', createdAt: ctx.now },
    });
    const enrolment = await db.enrolment.create({
      data: { id: ctx.newId(), courseId: quiz.courseId, personId: person.id, role: 'student', createdAt: ctx.now },
    });
    const attempt = await db.attempt.create({
      data: {
        id: ctx.newId(),
        enrolmentId: enrolment.id,
        quizId: quiz.id,
        quizVersionId: quiz.currentVersionId ?? '',
        n: 1,
        state: 'open',
        seed: newSeed(),
        startedAt: ctx.now,
        maxPoints: 1000,
      },
    });
    await db.attemptItem.create({
      data: {
        id: ctx.newId(),
        attemptId: attempt.id,
        position: 1,
        itemId: item?.id ?? '',
        questionId: stood.id,
        questionVersionId: stood.currentVersionId ?? '',
        points: 1000,
      },
    });

    const edit = { file: 'questions/tide.yaml', find: '{ value: 4.5 }', write: '{ value: 4.5, tolerance: 0.1 }' };
    const report = await load([edit]);
    expect(report.wrote).toMatchObject({ questionVersions: 1, quizVersions: 0, lessonVersions: 0 });
    const now = await question('q-num3');
    expect(now.currentVersion?.n).toBe(stood.versions.length + 1);
    const kept = await db.attemptItem.findFirstOrThrow({
      where: { attemptId: attempt.id },
      include: { questionVersion: true },
    });
    expect(kept.questionVersion.content).toEqual(stood.currentVersion?.content);

    // Nor does it lose a question that is taken out of the quiz and of the course.
    const from = tinyCourse().get('questions/tide.yaml') ?? '';
    const gone = from.slice(from.indexOf('- id: q-num3'), from.indexOf('- id: q-txt4'));
    const removed = await load([
      { file: 'questions/tide.yaml', find: gone, write: '' },
      { file: 'quizzes/check.yaml', find: '  - { question: q-num3, points: 1 }\n', write: '' },
      { file: 'quizzes/final.yaml', find: '  - { question: q-num3, points: 3 }\n', write: '' },
    ]);
    expect(removed.wrote).toMatchObject({ quizVersions: 2, hidden: 1 });
    const still = await db.attempt.findUniqueOrThrow({
      where: { id: attempt.id },
      include: { items: { include: { questionVersion: true } } },
    });
    expect(still).toMatchObject({ state: 'open', quizVersionId: attempt.quizVersionId, maxPoints: 1000 });
    expect(still.items.map(({ questionVersion }) => questionVersion.content)).toEqual([stood.currentVersion?.content]);

    // Going back is a change too: versions only grow.
    await load();
    expect((await question('q-num3')).currentVersion?.n).toBe(stood.versions.length + 2);
  });

  it('hides what was removed, deletes nothing, and shows it again when it comes back', async () => {
    const without = { file: 'quizzes/final.yaml', find: '  - { question: q-num3, points: 3 }\n', write: '' };
    const report = await load(
      [without, { file: 'course.yaml', find: '  - title: Use\n    lessons: [l-d4ys]\n', write: '' }],
      { 'lessons/2-day.md': null },
    );
    expect(report.wrote.hidden).toBeGreaterThan(0);
    expect((await lesson('l-d4ys')).hiddenAt).toEqual(ctx.now);
    expect((await question('q-num3')).hiddenAt).toEqual(ctx.now);
    expect((await db.passage.findFirstOrThrow({ where: { key: 'p-bar1' } })).removedAt).toEqual(ctx.now);

    const back = await load();
    expect(back.wrote.shownAgain).toBeGreaterThan(0);
    expect((await lesson('l-d4ys')).hiddenAt).toBeNull();
    expect((await question('q-num3')).hiddenAt).toBeNull();
    expect((await db.passage.findFirstOrThrow({ where: { key: 'p-bar1' } })).removedAt).toBeNull();
  });

  it('is told which threads lost their place when a passage is removed, and which moved along', async () => {
    const moon = await lesson('l-m00n');
    const anchorTo = async (key: string, words: string) => {
      const passage = await db.passage.findFirstOrThrow({ where: { key } });
      const { text } = await db.passageVersion.findFirstOrThrow({
        where: { passageId: passage.id, lessonVersionId: moon.currentVersionId ?? '' },
      });
      const start = text.indexOf(words);
      const anchor = await db.anchor.create({
        data: {
          id: ctx.newId(),
          lessonId: moon.id,
          passageId: passage.id,
          madeForId: moon.currentVersionId ?? '',
          quote: words,
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(start + words.length, start + words.length + 32),
          start,
          end: start + words.length,
        },
      });
      return anchor.id;
    };
    const moved = await anchorTo('p-near', 'the pull is stronger on the near side');
    const lost = await anchorTo('p-gaug', 'kept a gauge');
    await load([
      {
        file: 'lessons/1-moon.md',
        find: 'The [tide](term:tide) has two causes.',
        write: 'Look out of the window. The [tide](term:tide) has two causes.',
      },
      { file: 'lessons/1-moon.md', find: '[Ada Reed](person:ada-reed) kept a gauge', write: 'wrote much' },
    ]);
    const version = (await lesson('l-m00n')).currentVersionId ?? '';
    const stateOf = async (anchorId: string) =>
      db.anchorResolution.findUniqueOrThrow({
        where: { anchorId_lessonVersionId: { anchorId, lessonVersionId: version } },
      });
    const found = await stateOf(moved);
    const text = await db.passageVersion.findFirstOrThrow({
      where: { lessonVersionId: version, passageId: found.passageId ?? '' },
    });
    expect([found.state, text.text.slice(found.start, found.end)]).toEqual([
      'moved',
      'the pull is stronger on the near side',
    ]);
    expect(await stateOf(lost)).toMatchObject({ state: 'lost', passageId: null });
    await load();
  });

  it('may move a passage to another lesson: what students read and wrote there goes along', async () => {
    const before = await db.passage.findFirstOrThrow({ where: { key: 'p-slak' } });
    const block = '> Slack water is short.\n{#p-slak source="¶4" background}\n';
    await load([
      { file: 'lessons/2-day.md', find: `${block}\n`, write: '' },
      { file: 'lessons/1-moon.md', find: '### In steps\n', write: `${block}\n### In steps\n` },
    ]);
    const after = await db.passage.findFirstOrThrow({ where: { key: 'p-slak' } });
    expect([after.id, after.lessonId, after.removedAt]).toEqual([before.id, (await lesson('l-m00n')).id, null]);
    await load();
  });

  it('keeps what an instructor set for a quiz over the text', async () => {
    const quiz = await db.quiz.findFirstOrThrow({ where: { slug: 'check-1' } });
    await db.quiz.update({ where: { id: quiz.id }, data: { settings: { attemptsAllowed: 5 } } });
    await load([{ file: 'quizzes/check.yaml', find: 'counts: best', write: 'counts: last' }]);
    const { currentVersion } = await db.quiz.findFirstOrThrow({
      where: { slug: 'check-1' },
      include: { currentVersion: true },
    });
    expect(currentVersion).toMatchObject({ attemptsAllowed: 5, counts: 'last' });
    await db.quiz.update({ where: { id: quiz.id }, data: { settings: {} } });
    await load();
  });

  it('says on the start page of a quiz what its text says there, and changing that makes a new version of this quiz alone', async () => {
    const final = () =>
      db.quiz.findFirstOrThrow({ where: { key: 'z-fin1' }, include: { currentVersion: true, versions: true } });
    const stood = await final();
    expect(stood.currentVersion?.introHtml).toBe(
      '<p>Read both lessons first. The <em>tide’s</em> depth is asked for in metres; ' +
        '<a href="/courses/reading-the-tide/lessons/a-working-day#p-bar1" class="passage-link">see there</a>.</p>',
    );
    const edit = { file: 'quizzes/final.yaml', find: 'Read both', write: 'Please read <b onclick="x()">both</b>' };
    const report = await load([edit]);
    expect(report.wrote).toMatchObject({ quizVersions: 1, questionVersions: 0, lessonVersions: 0 });
    const now = await final();
    expect(now.versions).toHaveLength(stood.versions.length + 1);
    expect(now.currentVersion?.introHtml).toContain('Please read &#x3C;b onclick=');
    await load();
    const check = await db.quiz.findFirstOrThrow({ where: { key: 'z-chk1' }, include: { currentVersion: true } });
    expect(check.currentVersion?.introHtml).toBe('');
  });

  it('may exchange the addresses of two quizzes', async () => {
    await load([
      { file: 'quizzes/check.yaml', find: 'slug: check-1', write: 'slug: final' },
      { file: 'quizzes/final.yaml', find: 'slug: final', write: 'slug: check-1' },
    ]);
    expect((await db.quiz.findFirstOrThrow({ where: { key: 'z-chk1' } })).slug).toBe('final');
    await load();
    expect((await db.quiz.findFirstOrThrow({ where: { key: 'z-chk1' } })).slug).toBe('check-1');
  });

  it('loads what is sound of a course with problems', async () => {
    const whole = await load();
    const report = await load([
      { file: 'course.yaml', find: '[l-d4ys]', write: '[l-d4ys, l-g0ne]' },
      { file: 'questions/tide.yaml', find: 'key: [a, c]', write: 'key: [a, x]' },
    ]);
    expect(report.has).toMatchObject({ lessons: 2, questions: whole.has.questions - 1, quizzes: 2 });
    await load();
  });

  it('is refused an address that another course has, and nothing is written', async () => {
    const before = await everything();
    const { course } = checkCourse(tinyCourse([{ file: 'course.yaml', find: 'id: c-t1de', write: 'id: c-0ther' }]));
    if (!course) throw new Error('unreadable');
    expect(await syncCourse(ctx, course)).toMatchObject({ ok: false, code: 'slug-taken' });
    expect(await everything()).toEqual(before);
  });

  it('loads it once where two load at the same time', async () => {
    const before = await everything();
    const [one, two] = await Promise.all([load(), load()]);
    expect([one.changed, two.changed]).toEqual([false, false]);
    expect(await everything()).toEqual(before);
  });
});
