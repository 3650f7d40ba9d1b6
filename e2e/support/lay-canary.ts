import { encode } from 'next-auth/jwt';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { typeNames } from '@/lib/question-types/registry';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { layQuiz, takeQuiz } from '@/lib/testing/quiz-fixture';
import { ask } from '@/lib/testing/threads';
import { plantCanaries } from './plant-canaries';

// Run as a program by canary.spec.ts: a course whose every key, feedback and explanation holds a word found nowhere else,
// and classmates whose addresses and silent names do.

async function main(): Promise<void> {
  const ctx = makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
  const slug = `canary-${ctx.newId().slice(-8)}`;
  const course = await layCourse(ctx, slug, [{ slug: 'mine', passages: 3 }]);
  const quiz = await layQuiz(ctx, course, {
    slug: 'seam',
    content: (content, index) => plantCanaries(typeNames[index] ?? 'choice', content, index),
  });
  const student = await enrol(ctx, course, 'student', 'Minnie');
  const classmate = await enrol(ctx, course, 'student', 'Clara');
  const talker = await enrol(ctx, course, 'student', 'Tess');
  const email = `cnry-mail.${ctx.newId().slice(-8)}@example.test`;
  await ctx.db.person.update({ where: { id: talker.personId }, data: { email } });
  const { threadId } = await ask(ctx, talker, 'Seen by all');
  await takeQuiz(ctx, await enrol(ctx, course, 'student', 'CNRY-name-silent'), quiz.slug);
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const cookie = (personId: string): Promise<string> =>
    encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 7_200 });
  const stranger = await enrol(ctx, await layCourse(ctx, `${slug}-other`, []), 'student', 'Stef');
  process.stdout.write(
    JSON.stringify({
      slug,
      quiz: quiz.slug,
      threadId,
      types: typeNames,
      cookies: {
        student: await cookie(student.personId),
        classmate: await cookie(classmate.personId),
        stranger: await cookie(stranger.personId),
      },
    }),
  );
  process.exit(0);
}

void main();
