import { encode } from 'next-auth/jwt';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { layQuiz } from '@/lib/testing/quiz-fixture';

// Run as a program by preview.spec.ts: a course with a hidden lesson and a check of two attempts, and who is in it.

async function main(): Promise<void> {
  const ctx = makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
  const slug = `preview-${ctx.newId().slice(-8)}`;
  const course = await layCourse(ctx, slug, [
    { slug: 'seen', passages: 3 },
    { slug: 'unseen', passages: 1, hidden: true },
  ]);
  const rules = {
    attemptsAllowed: 2,
    timeLimitSeconds: 1200,
    showScore: 'submitted',
    showKey: 'attempts-used',
  } as const;
  await layQuiz(ctx, course, { slug: 'check', questions: 2, types: ['choice'], rules });
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const cookieOf = async (role: 'student' | 'assistant' | 'instructor', name: string) => {
    const { personId } = await enrol(ctx, course, role, name);
    return encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 });
  };
  const laid = {
    slug,
    instructor: await cookieOf('instructor', 'Irma'),
    assistant: await cookieOf('assistant', 'Asta'),
    student: await cookieOf('student', 'Mina'),
  };
  process.stdout.write(JSON.stringify(laid));
  process.exit(0);
}

void main();
