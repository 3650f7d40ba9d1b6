import { encode } from 'next-auth/jwt';
import { makeCtx } from '@/lib/kernel/ctx';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { layQuiz } from '@/lib/testing/quiz-fixture';

// Run as a program by support/quizzes.ts: lays a course with quizzes and as many students as asked for, and prints who they
// are. A process apart, because the generated Prisma client is a module and Playwright's files are not.

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 1);
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const ctx = makeCtx(null, new Date());
  const slug = `quizzes-${ctx.newId().slice(-8)}`;
  const course = await layCourse(ctx, slug, []);
  const free = { attemptsAllowed: null, timeLimitSeconds: null } as const;
  await layQuiz(ctx, course, { slug: 'thirty', questions: 30, types: ['choice'], rules: free });
  await layQuiz(ctx, course, { slug: 'five', questions: 5, rules: { ...free, attemptsAllowed: 2 } });
  await layQuiz(ctx, course, {
    slug: 'timed',
    questions: 3,
    types: ['choice'],
    rules: { ...free, timeLimitSeconds: 3600 },
  });
  const students = [];
  for (let i = 0; i < count; i++) {
    const { personId, enrolmentId } = await enrol(ctx, course, 'student', `Student ${i + 1}`);
    students.push({
      enrolmentId,
      cookie: await encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 }),
    });
  }
  const { personId } = await enrol(ctx, course, 'instructor', 'Ines');
  const instructor = await encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 });
  process.stdout.write(JSON.stringify({ slug, students, instructor }));
  process.exit(0);
}

void main();
