import { encode } from 'next-auth/jwt';
import { grantExtension } from '@/lib/attempts/grant-extension';
import { GRACE_SECONDS } from '@/lib/attempts/schema';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import { adminOf } from '@/lib/authz/admin';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { changeProfile } from '@/lib/people/account';
import { suspendPerson } from '@/lib/people/administer';
import { ChangeProfile, SuspendPerson } from '@/lib/people/schema';
import { GrantExtension } from '@/lib/quizzes/schema';
import { enrol, layCourse, passageKey } from '@/lib/testing/lessons';
import { layQuiz, openTab, start } from '@/lib/testing/quiz-fixture';
import { asInstructor, ask, asStaff, later, must, write } from '@/lib/testing/threads';
import { XSS_CORPUS } from '@/lib/testing/xss-corpus';
import { createAnnouncement } from '@/lib/threads/create-announcement';
import { editPost } from '@/lib/threads/edit-post';
import { hidePost } from '@/lib/threads/hide-post';
import { CreateAnnouncement, EditPost, HidePost } from '@/lib/threads/schema';

// Run as a program by hostile.spec.ts: a course in which everybody wrote something hostile wherever they may write.

const ALL = XSS_CORPUS.join('\n\n');
/** Short enough for a name, and for a response. */
const SHORT = '"><img src=//canary.example/i onerror=alert(1)>';
const LONG = `${SHORT} </script><script>alert(2)</script> {{7*7}}`;

async function main(): Promise<void> {
  const now = await databaseNow(makeCtx(null, new Date(0)));
  const ctx = later(makeCtx(null, now), -GRACE_SECONDS);
  const frame = { discussion: { title: LONG, html: '<p>Talk.</p>' } };
  const course = await layCourse(ctx, `hostile-${ctx.newId().slice(-8)}`, [
    { slug: 'first', part: LONG, passages: 2, check: true, frame },
  ]);
  await ctx.db.course.update({ where: { id: course.id }, data: { title: LONG, subtitle: LONG } });
  const student = await enrol(ctx, course, 'student', 'Sly');
  const classmate = await enrol(ctx, course, 'student', 'Cara');
  const assistant = await enrol(ctx, course, 'assistant', 'Asta');
  const instructor = asInstructor(await enrol(ctx, course, 'instructor', 'Ines'));
  const [admin, victim] = [ctx.newId(), ctx.newId()];
  for (const [id, isAdmin] of [
    [admin, true],
    [victim, false],
  ] as const) {
    const email = `${isAdmin ? 'ada' : 'vic'}.${id.slice(-8)}@example.test`;
    await ctx.db.person.create({ data: { id, email, displayName: 'Somebody', isAdmin, createdAt: ctx.now } });
  }
  for (const personId of [student.personId, classmate.personId, instructor.personId, victim]) {
    const viewer = { personId, email: '', displayName: '', timeZone: 'UTC', isAdmin: false };
    must(await changeProfile(ctx, viewer, ChangeProfile.parse({ displayName: `Mo ${SHORT}`, timeZone: 'UTC' })));
  }

  const answer = async (slug: string): Promise<string> => {
    await layQuiz(ctx, course, {
      slug,
      types: ['short-text', 'choice', 'numeric'],
      rules: { showKey: 'submitted' },
      content: (content) =>
        JSON.parse(JSON.stringify(content), (name, value) =>
          (name === 'text' || name === 'feedback') && typeof value === 'string' ? `${value} ${SHORT}` : value,
        ),
    });
    const paper = await start(ctx, student, slug);
    const tab = openTab(ctx, student, paper);
    const responses = [{ text: LONG }, null, { text: '1<img src=x onerror=alert(3)>' }];
    for (const [i, item] of paper.items.entries()) if (responses[i]) await tab.save(item.itemId, responses[i]);
    return paper.attemptId;
  };
  const quiz = 'hostile';
  const openAttempt = await answer('open');
  const endedAttempt = await answer(quiz);
  must(await submitAttempt(ctx, student, { attempt: endedAttempt }));
  const extension = { quiz, enrolmentId: student.enrolmentId, extraAttempts: 1, reason: LONG };
  must(await grantExtension(ctx, instructor, GrantExtension.parse(extension)));

  const asked = await ask(ctx, student, `A title ${SHORT}`, { markdown: ALL, passage: passageKey('first', 1) });
  const answered = await write(ctx, classmate, asked.threadId, ALL);
  await write(ctx, student, asked.threadId, ALL, answered);
  must(await editPost(ctx, classmate, EditPost.parse({ post: answered, markdown: `${ALL}\n\nAgain.`, version: 1 })));
  const rude = await write(ctx, classmate, asked.threadId, ALL);
  must(await hidePost(ctx, asStaff(assistant), HidePost.parse({ post: rude, reason: LONG })));
  const announced = CreateAnnouncement.parse({ title: `News ${SHORT}`, markdown: ALL, once: crypto.randomUUID() });
  must(await createAnnouncement(ctx, instructor, announced));
  const ada = adminOf({ personId: admin, email: '', displayName: 'Ada', timeZone: 'UTC', isAdmin: true });
  if (!ada) throw new Error('no admin');
  must(await suspendPerson(ctx, ada, SuspendPerson.parse({ person: victim, reason: LONG })));

  const { joinCode } = await ctx.db.course.findUniqueOrThrow({ where: { id: course.id } });
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const cookie = (personId: string): Promise<string> =>
    encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 7_200 });
  process.stdout.write(
    JSON.stringify({
      course: course.slug,
      elsewhere: course.slug,
      lesson: 'first',
      quiz,
      openAttempt,
      endedAttempt,
      thread: asked.threadId,
      post: answered,
      hiddenPost: rude,
      enrolment: student.enrolmentId,
      joinCode,
      resetSecret: 'x'.repeat(43),
      firstAdminSecret: 'x'.repeat(43),
      cookies: {
        student: await cookie(student.personId),
        assistant: await cookie(assistant.personId),
        instructor: await cookie(instructor.personId),
        admin: await cookie(admin),
      },
    }),
  );
  process.exit(0);
}

void main();
