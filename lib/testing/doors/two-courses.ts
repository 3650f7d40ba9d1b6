import { startAttempt } from '@/lib/attempts/start-attempt';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { enrol, enrolPerson, layCourse, passageKey } from '../lessons';
import { layQuiz } from '../quiz-fixture';
import { ask, must, write } from '../threads';

/** What stands in a course: Ann's, and her classmate Ben's. */
export interface Things {
  readonly course: string;
  readonly courseId: string;
  readonly lesson: string;
  readonly passage: string;
  readonly quiz: string;
  /** Ann's open attempt, and an item of it. */
  readonly attempt: string;
  readonly item: string;
  readonly endedAttempt: string;
  readonly bensAttempt: string;
  readonly bensItem: string;
  /** Asked by Ann and answered by Ben. */
  readonly thread: string;
  readonly post: string;
  readonly bensPost: string;
  readonly bensThread: string;
  readonly bensOpening: string;
  readonly annsEnrolment: string;
  readonly bensEnrolment: string;
  readonly notice: string;
  readonly bensNotice: string;
}

/** Two courses with the same people in them, so that only the ids tell whose a thing is. */
export interface TwoCourses {
  readonly people: Readonly<Record<'ann' | 'ben' | 'assistant' | 'teacher' | 'admin', string>>;
  readonly here: Things;
  readonly there: Things;
}

export async function layTwoCourses(ctx: Ctx): Promise<TwoCourses> {
  const courses = [await lay(ctx, 'here'), await lay(ctx, 'there')] as const;
  const [here, there] = courses;
  const first = {
    ann: await enrol(ctx, here, 'student', 'Ann'),
    ben: await enrol(ctx, here, 'student', 'Ben'),
    assistant: await enrol(ctx, here, 'assistant', 'Asta'),
    teacher: await enrol(ctx, here, 'instructor', 'Teo'),
  };
  const second = {
    ann: await enrolPerson(ctx, there, first.ann.personId, 'student'),
    ben: await enrolPerson(ctx, there, first.ben.personId, 'student'),
  };
  await enrolPerson(ctx, there, first.assistant.personId, 'assistant');
  await enrolPerson(ctx, there, first.teacher.personId, 'instructor');
  const admin = ctx.newId();
  const data = { id: admin, email: 'ada@example.test', displayName: 'Ada', isAdmin: true, createdAt: ctx.now };
  await ctx.db.person.create({ data });
  return {
    people: {
      ann: first.ann.personId,
      ben: first.ben.personId,
      assistant: first.assistant.personId,
      teacher: first.teacher.personId,
      admin,
    },
    here: await fill(ctx, here, first.ann, first.ben),
    there: await fill(ctx, there, second.ann, second.ben),
  };
}

const lay = (ctx: Ctx, slug: string) => layCourse(ctx, slug, [{ slug: `lesson-${slug}`, passages: 2 }]);

async function begin(ctx: Ctx, me: Enrolment, quiz: string): Promise<{ attempt: string; item: string }> {
  const { attemptId } = must(await startAttempt(ctx, me, { quiz }));
  const item = await ctx.db.attemptItem.findFirstOrThrow({ where: { attemptId } });
  return { attempt: attemptId, item: item.id };
}

async function fill(ctx: Ctx, course: { id: string; slug: string }, ann: Enrolment, ben: Enrolment): Promise<Things> {
  const { slug } = course;
  await layQuiz(ctx, course, { slug: `quiz-${slug}`, rules: { attemptsAllowed: 5 } });
  const quiz = `quiz-${slug}`;
  const ended = await begin(ctx, ann, quiz);
  must(await submitAttempt(ctx, ann, { attempt: ended.attempt }));
  const open = await begin(ctx, ann, quiz);
  const bens = await begin(ctx, ben, quiz);
  const asked = await ask(ctx, ann, `Ann asks ${slug}`);
  const bensPost = await write(ctx, ben, asked.threadId, 'Ben answers.');
  const bensThread = await ask(ctx, ben, `Ben asks ${slug}`);
  await write(ctx, ann, bensThread.threadId, 'Ann answers.');
  const noticeOf = (me: Enrolment) =>
    ctx.db.notification.findFirstOrThrow({ where: { enrolmentId: me.enrolmentId } }).then(({ id }) => id);
  return {
    course: slug,
    courseId: course.id,
    lesson: `lesson-${slug}`,
    passage: passageKey(`lesson-${slug}`, 1),
    quiz,
    attempt: open.attempt,
    item: open.item,
    endedAttempt: ended.attempt,
    bensAttempt: bens.attempt,
    bensItem: bens.item,
    thread: asked.threadId,
    post: asked.postId,
    bensPost,
    bensThread: bensThread.threadId,
    bensOpening: bensThread.postId,
    annsEnrolment: ann.enrolmentId,
    bensEnrolment: ben.enrolmentId,
    notice: await noticeOf(ann),
    bensNotice: await noticeOf(ben),
  };
}
