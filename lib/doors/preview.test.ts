import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getReview } from '@/lib/attempts/queries';
import { startAttempt } from '@/lib/attempts/start-attempt';
import { type Enrolment, enrolmentAs } from '@/lib/authz/enrolment';
import { EVERYBODY, ROLES, STAFF } from '@/lib/authz/roles';
import { getClassTable } from '@/lib/gradebook/class-table';
import { listNeedsYou } from '@/lib/gradebook/needs-you';
import { getOwnGrades } from '@/lib/gradebook/own-grades';
import { findQuizSummary } from '@/lib/item-analysis/quiz-summary';
import { databaseNow } from '@/lib/kernel/clock';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { done } from '@/lib/kernel/result';
import { findLesson, getOutline } from '@/lib/lessons/queries';
import { Nothing } from '@/lib/people/schema';
import { listLessonProgress } from '@/lib/progress/queries';
import { getQuizStart } from '@/lib/quizzes/queries';
import { testDb } from '@/lib/testing/database';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { inPreview } from '@/lib/testing/preview';
import { layQuiz, start, takeQuiz } from '@/lib/testing/quiz-fixture';
import { ask, asStaff, codeOf, must } from '@/lib/testing/threads';
import { hidePost } from '@/lib/threads/hide-post';
import { findThread } from '@/lib/threads/queries';
import { courseAction } from './actions';
import { previewCookie, readClaims, sessionCookie } from './claims';
import { topicsFor } from './live-topics';
import { endPreview, startPreview, Whereabouts } from './preview';
import { courseRead } from './routes';
import { openSession, signOutHere } from './sessions';

interface Kept {
  readonly value: string;
  readonly maxAge?: number;
}
const browser = vi.hoisted(() => ({ jar: new Map<string, Kept>() }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }),
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string, rules: { maxAge?: number }) =>
      rules.maxAge === 0 ? browser.jar.delete(name) : browser.jar.set(name, { value, ...rules }),
  }),
}));

const { pool } = testDb();
beforeEach(() => browser.jar.clear());

const now = async (): Promise<Ctx> => makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
/** The next moment, so that what is before and what is after can be told apart. */
const nextMoment = async (): Promise<Ctx> => {
  await sleep(5);
  return now();
};

const RULES = { timeLimitSeconds: 600, showScore: 'submitted', showKey: 'attempts-used' } as const;

async function lay(slug: string, attemptsAllowed = 1) {
  const ctx = await now();
  const course = await layCourse(ctx, slug, [
    { slug: 'seen', passages: 1 },
    { slug: 'unseen', passages: 1, hidden: true },
  ]);
  const quiz = await layQuiz(ctx, course, {
    slug: 'check',
    kind: 'check',
    types: ['choice'],
    rules: { ...RULES, attemptsAllowed },
  });
  const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id, slug: 'seen' } });
  await ctx.db.quiz.update({ where: { id: quiz.id }, data: { lessonId: lesson.id } });
  const teacher = await enrol(ctx, course, 'instructor', 'Teo');
  const assistant = await enrol(ctx, course, 'assistant', 'Asta');
  const ann = await enrol(ctx, course, 'student', 'Ann');
  return { ctx, course, quiz, teacher, assistant, ann };
}

const count = async (table: string, { enrolmentId }: Enrolment): Promise<number> =>
  Number((await pool.query(`select count(*) from ${table} where enrolment_id = $1`, [enrolmentId])).rows[0].count);

describe('Somebody who teaches and previews the course', () => {
  it('is a student in it, whatever they are; in no other course, and nobody is raised', async () => {
    const { ctx, teacher, assistant, ann } = await lay('lowered');
    for (const me of [teacher, assistant]) {
      const previewing = await inPreview(ctx, me, ctx.now);
      expect(previewing).toMatchObject({ role: 'student', enrolmentId: me.enrolmentId, previewSince: ctx.now });
      expect([enrolmentAs(previewing, STAFF), enrolmentAs(previewing, ['instructor'])]).toEqual([null, null]);
      expect(await inPreview(ctx, me, ctx.now, 'another-course')).toMatchObject({ role: me.role, previewSince: null });
    }
    expect(await inPreview(ctx, ann, ctx.now)).toMatchObject({ role: 'student', previewSince: null });
  });

  it('has no hidden lesson: in the outline, by its address, in what is left to read', async () => {
    const { ctx, teacher } = await lay('hidden');
    const shown = async (me: Enrolment) => [
      (await getOutline(ctx, me)).parts.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)),
      (await listLessonProgress(ctx, me)).map(({ slug }) => slug),
      (await findLesson(ctx, me, 'unseen')) !== null,
      (await getOutline(ctx, me)).join !== null,
    ];
    expect(await shown(teacher)).toEqual([['seen', 'unseen'], ['seen', 'unseen'], true, true]);
    expect(await shown(await inPreview(ctx, teacher, ctx.now))).toEqual([['seen'], ['seen'], false, false]);
  });

  it('takes a check under a student’s limits: time, attempts, and the key when they are used up', async () => {
    const { teacher } = await lay('limits', 2);
    const ctx = await nextMoment();
    const me = await inPreview(ctx, teacher, ctx.now);
    expect(await getQuizStart(ctx, me, 'check')).toMatchObject({ preview: false, attemptsLeft: 2, past: [] });
    const paper = await start(ctx, me, 'check');
    expect([paper.n, paper.preview, paper.deadlineAt !== null]).toEqual([1, false, true]);
    const first = await takeQuiz(ctx, me, 'check');
    expect(await getReview(ctx, me, first.paper.attemptId)).toMatchObject({ scoresShown: true, keyShown: false });
    expect(await getReview(ctx, teacher, first.paper.attemptId)).toMatchObject({ keyShown: true });
    const second = await takeQuiz(ctx, me, 'check');
    expect(await getReview(ctx, me, second.paper.attemptId)).toMatchObject({ n: 2, keyShown: true });
    expect(codeOf(await startAttempt(ctx, me, { quiz: 'check' }))).toBe('no-attempts-left');
    expect((await listLessonProgress(ctx, me))[0]?.check).toMatchObject({ ended: 2 });
  });

  it('begins afresh with each preview, however much was attempted before', async () => {
    const { teacher } = await lay('afresh');
    for (let round = 1; round <= 3; round++) {
      const ctx = await nextMoment();
      const me = await inPreview(ctx, teacher, ctx.now);
      expect(await getQuizStart(ctx, me, 'check')).toMatchObject({ attemptsUsed: 0, past: [], open: null });
      const { paper } = await takeQuiz(ctx, me, 'check');
      expect(paper.n).toBe(1);
      expect(codeOf(await startAttempt(ctx, me, { quiz: 'check' }))).toBe('no-attempts-left');
      const earlier = await inPreview(ctx, teacher, new Date((await nextMoment()).now));
      expect(await getReview(ctx, earlier, paper.attemptId)).toBeNull();
      expect((await getOwnGrades(ctx, earlier)).rows[0]?.attempts).toEqual([]);
      expect((await listLessonProgress(ctx, earlier))[0]?.check).toMatchObject({ ended: 0 });
      expect((await getOutline(ctx, earlier)).parts[0]?.lessons[0]?.check).toMatchObject({ ended: 0 });
    }
    // As staff all of them are there, and there is no limit.
    const ctx = await now();
    expect((await getQuizStart(ctx, teacher, 'check'))?.past.map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(codeOf(await startAttempt(ctx, teacher, { quiz: 'check' }))).toBe('ok');
  });

  it('leaves no trace among students: no grade, no notice, nothing in scores, summary or what needs a teacher', async () => {
    const { course, teacher, ann } = await lay('no-trace');
    const ctx = await nextMoment();
    const me = await inPreview(ctx, teacher, ctx.now);
    const { paper } = await takeQuiz(ctx, me, 'check');
    await takeQuiz(ctx, ann, 'check');
    expect([await count('grade', teacher), await count('grade_event', teacher)]).toEqual([0, 0]);
    expect(await count('notification', teacher)).toBe(0);
    const table = await getClassTable(ctx, asStaff(teacher), {
      q: '',
      state: 'any',
      quiz: '',
      sort: 'name',
      dir: 'up',
    });
    expect(table.rows.map(({ name }) => name)).toEqual(['Ann']);
    const summary = await findQuizSummary(ctx, asStaff(teacher), 'check');
    expect(JSON.stringify(summary)).not.toContain(paper.attemptId);
    // Also where a person would have to grade it.
    await ctx.db.attempt.update({ where: { id: paper.attemptId }, data: { state: 'submitted' } });
    const viewer = { ...teacher, email: '', isAdmin: false };
    expect((await listNeedsYou(ctx, viewer)).get(course.slug)?.attempts).toMatchObject({ count: 0 });
  });

  it('has no tools for threads, and what they write is theirs, with their badge', async () => {
    const { ctx, teacher, ann } = await lay('talk');
    const me = await inPreview(ctx, teacher, ctx.now);
    const asked = await ask(ctx, ann, 'Rude');
    must(await hidePost(ctx, asStaff(teacher), { post: asked.postId, reason: 'Rude' }));
    expect(await findThread(ctx, me, asked.threadId)).toBeNull();
    const own = await ask(ctx, me, 'Is this how they see it?');
    expect((await findThread(ctx, ann, own.threadId))?.posts[0]).toMatchObject({ author: 'Teo', role: 'instructor' });
  });

  it('hears no more than a student', async () => {
    const { ctx, course, quiz, teacher } = await lay('hears');
    const claims = { personId: teacher.personId, sessionVersion: 1 };
    const asked = ['inbox', `threads.${course.slug}`, `attempts.${quiz.id}`];
    const heard = async (given: object) => [
      ...((await topicsFor(ctx, { ...claims, ...given }, asked))?.values() ?? []),
    ];
    expect(await heard({})).toEqual(asked);
    expect(await heard({ preview: { course: course.slug, since: ctx.now } })).toEqual(asked.slice(0, 2));
  });
});

describe('The browser of somebody who previews', () => {
  const goes = async (going: Promise<unknown>): Promise<string> => {
    const error = await going.then(
      () => null,
      (thrown: { digest?: string }) => thrown,
    );
    if (!error?.digest?.startsWith('NEXT_REDIRECT')) throw error ?? new Error('went nowhere');
    return error.digest.split(';')[2] ?? '';
  };
  const begin = courseAction(STAFF, Whereabouts, startPreview);
  const end = courseAction(EVERYBODY, Whereabouts, endPreview);
  const roleNow = courseAction(EVERYBODY, Nothing, async (_, me) => done(me.role));
  const teach = courseAction(['instructor'], Nothing, async () => done('taught'));
  const read = courseRead(STAFF, Nothing, async () => done('scores'));
  const asks = async (course: string) => {
    const request = new Request('http://127.0.0.1:3000/x');
    return (await read(request, { params: Promise.resolve({ course }) })).status;
  };
  const signIn = async (ctx: Ctx, { personId }: Enrolment) => openSession(ctx, { personId, sessionVersion: 1 });

  it('keeps it in a cookie of the browser’s own session, and is staff again when it is gone', async () => {
    const { ctx, course, teacher } = await lay('browser');
    await signIn(ctx, teacher);
    expect([await teach(course.slug, null, {}), await asks(course.slug)]).toEqual([done('taught'), 200]);
    expect(await goes(begin(course.slug, null, { at: '/lessons/seen' }))).toBe('/courses/browser/lessons/seen');
    const kept = browser.jar.get('lectern.preview');
    expect(kept).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false, path: '/' });
    expect(kept).not.toHaveProperty('maxAge');
    expect(await roleNow(course.slug, null, {})).toEqual(done('student'));
    expect(await teach(course.slug, null, {})).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Go back to teaching'),
    });
    expect(await asks(course.slug)).toBe(403);
    expect(codeOf(await begin(course.slug, null, { at: '' }))).toBe('forbidden');
    expect(await end(course.slug, null, { at: '/teach/scores' })).toEqual(done(null));
    expect(browser.jar.has('lectern.preview')).toBe(false);
    expect(await teach(course.slug, null, {})).toEqual(done('taught'));
  });

  it('comes from a page that no student has to the outline, so from a student’s own, and is sent nowhere else', async () => {
    const { ctx, course, teacher } = await lay('places');
    await signIn(ctx, teacher);
    const odd = ['//evil.example', '/../../admin', '/x?next=//evil.example', 'https://evil.example', '/x\n'];
    for (const at of ['', '/teach', '/teach/scores', ...odd]) {
      expect(await goes(begin(course.slug, null, { at })), at).toBe('/courses/places');
      expect(await goes(end(course.slug, null, { at: '/grades' }))).toBe('/courses/places');
    }
  });

  it('ends what stood open: a preview is not gone on with from a time without limits', async () => {
    const { ctx, course, teacher } = await lay('open');
    const paper = await start(ctx, teacher, 'check');
    await signIn(ctx, teacher);
    await goes(begin(course.slug, null, { at: '' }));
    expect(await ctx.db.attempt.findUnique({ where: { id: paper.attemptId } })).toMatchObject({ state: 'graded' });
    expect(await count('grade', teacher)).toBe(0);
  });

  it('forgets it when somebody signs out, or in over it', async () => {
    const { ctx, course, teacher, ann } = await lay('forgets');
    await signIn(ctx, teacher);
    await goes(begin(course.slug, null, { at: '' }));
    await goes(signOutHere(ctx, { address: '10.9.0.1' }, {}));
    expect(browser.jar.size).toBe(0);
    await signIn(ctx, teacher);
    await goes(begin(course.slug, null, { at: '' }));
    await signIn(ctx, ann);
    expect([...browser.jar.keys()]).toEqual([sessionCookie()]);
  });

  it.each(['', 'odd', 'odd.', 'odd.12', 'ODD.1764260000000', 'odd.1764260000000.1', 'odd.-764260000000'])(
    'takes a cookie that says “%s” for none',
    async (value) => {
      const { ctx, teacher } = await lay(`odd-${ROLES.length}${Buffer.from(value).toString('hex')}`.slice(0, 60));
      await signIn(ctx, teacher);
      browser.jar.set(previewCookie(), { value });
      expect(await readClaims(browser.jar)).not.toHaveProperty('preview');
    },
  );
});
