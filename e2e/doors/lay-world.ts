import { encode } from 'next-auth/jwt';
import { saveResponse } from '@/lib/attempts/save-response';
import { startAttempt } from '@/lib/attempts/start-attempt';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import type { Enrolment } from '@/lib/authz/enrolment';
import { databaseNow } from '@/lib/kernel/clock';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { issueToken } from '@/lib/people/tokens';
import { itemSeed } from '@/lib/question-types/random';
import { parseContent, questionType } from '@/lib/question-types/registry';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { createThread } from '@/lib/threads/create-thread';
import type { World } from './world';

// Run as a program by world.ts: adds people to the demo's course and prints who they are and what is theirs.

const COURSE = 'seoul-tokyo';
const LESSON = 'radar';

async function attemptOn(ctx: Ctx, me: Enrolment, quiz: string, ends: boolean): Promise<string> {
  const started = await startAttempt(ctx, me, { quiz });
  if (!started.ok) throw new Error(started.message);
  const { attemptId } = started.value;
  const { seed } = await ctx.db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const items = await ctx.db.attemptItem.findMany({ where: { attemptId }, include: { questionVersion: true } });
  for (const [i, item] of items.entries()) {
    const { type: name, content } = item.questionVersion;
    const type = questionType(name);
    const [right, wrong] = type.sampleResponses(type.draw(parseContent(name, content), itemSeed(seed, item.id)));
    const payload = JSON.parse(JSON.stringify(i % 2 === 0 ? right : wrong));
    const event = {
      attempt: attemptId,
      itemId: item.id,
      kind: 'response',
      clientId: ctx.newId(),
      clientSeq: 1,
    } as const;
    const saved = await saveResponse(ctx, me, { ...event, baseSeq: '0', payload });
    if (!saved.ok) throw new Error(saved.message);
  }
  if (ends) await submitAttempt(ctx, me, { attempt: attemptId });
  return attemptId;
}

async function main(): Promise<void> {
  const ctx = makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
  const course = await ctx.db.course.findUniqueOrThrow({ where: { slug: COURSE } });
  const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id, slug: LESSON } });
  const [open, ended] = await ctx.db.quiz.findMany({
    where: { courseId: course.id, kind: 'check', lesson: { position: { in: [lesson.position, lesson.position + 1] } } },
    orderBy: { lesson: { position: 'asc' } },
  });
  if (!open || !ended) throw new Error('The course has no checks');
  const student = await enrol(ctx, course, 'student', 'Dora');
  const another = await enrol(ctx, course, 'student', 'Andrew');
  const assistant = await enrol(ctx, course, 'assistant', 'Asta');
  const instructor = await enrol(ctx, course, 'instructor', 'Irma');
  // One name a world: two workers lay one each in the same course, and whose password is reset must be nobody's actor.
  const forgetful = `Rhea-${ctx.newId().slice(-6)}`;
  await enrol(ctx, course, 'student', forgetful);
  const suspended = await enrol(ctx, course, 'student', 'Suse');
  const removed = await enrol(ctx, course, 'student', 'Remo');
  const other = await layCourse(ctx, `elsewhere-${ctx.newId().slice(-8)}`, [{ slug: 'there', passages: 2 }]);
  const elsewhere = await enrol(ctx, other, 'instructor', 'Elsa');
  const admin = await ctx.db.person.create({
    data: {
      id: ctx.newId(),
      email: `ada.${ctx.newId().slice(-6)}@example.test`,
      displayName: 'Ada',
      isAdmin: true,
      createdAt: ctx.now,
    },
  });
  const stranger = await ctx.db.person.create({
    data: {
      id: ctx.newId(),
      email: `str.${ctx.newId().slice(-6)}@example.test`,
      displayName: 'Strange',
      createdAt: ctx.now,
    },
  });
  const openAttempt = await attemptOn(ctx, student, open.slug, false);
  const endedAttempt = await attemptOn(ctx, student, ended.slug, true);
  const thread = await createThread(ctx, student, {
    kind: 'question',
    title: 'Who may read this?',
    markdown: 'A question of **mine**.',
    lesson: LESSON,
    passage: null,
    quote: null,
    once: '00000000-0000-4000-8000-000000000001',
  });
  if (!thread.ok) throw new Error(thread.message);
  await ctx.db.person.update({ where: { id: suspended.personId }, data: { suspendedAt: ctx.now } });
  await ctx.db.enrolment.update({ where: { id: removed.enrolmentId }, data: { endedAt: ctx.now } });
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const cookie = (personId: string): Promise<string> =>
    encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 7_200 });
  const laid: World = {
    course: COURSE,
    elsewhere: other.slug,
    lesson: LESSON,
    quiz: open.slug,
    openAttempt,
    endedAttempt,
    thread: thread.value.threadId,
    post: thread.value.postId,
    enrolment: student.enrolmentId,
    forgetful,
    joinCode: course.joinCode,
    resetSecret: await issueToken(ctx, { purpose: 'reset', hours: 24, personId: suspended.personId }),
    firstAdminSecret: await issueToken(ctx, { purpose: 'first-admin', hours: 24 }),
    cookies: {
      stranger: await cookie(stranger.id),
      student: await cookie(student.personId),
      anotherStudent: await cookie(another.personId),
      assistant: await cookie(assistant.personId),
      instructor: await cookie(instructor.personId),
      instructorElsewhere: await cookie(elsewhere.personId),
      admin: await cookie(admin.id),
      suspended: await cookie(suspended.personId),
      removed: await cookie(removed.personId),
    },
  };
  process.stdout.write(JSON.stringify(laid));
  process.exit(0);
}

void main();
