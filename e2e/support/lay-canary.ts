import { encode } from 'next-auth/jwt';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { layQuiz } from '@/lib/testing/quiz-fixture';

// Run as a program by canary.spec.ts: a course whose every key, feedback and explanation holds a word found nowhere else.

interface Content {
  options?: { id: string; feedback?: string }[];
  entries?: { id: string; feedback?: string }[];
  accept?: object[];
  misreadings?: { feedback: string }[];
}

function plant(content: unknown, index: number): unknown {
  const planted = content as Content;
  for (const option of [...(planted.options ?? []), ...(planted.entries ?? [])])
    option.feedback = `CNRY-feedback-${index}-${option.id}`;
  for (const [i, misreading] of (planted.misreadings ?? []).entries())
    misreading.feedback = `CNRY-misreading-${index}-${i}`;
  if (planted.accept?.[0] && 'text' in planted.accept[0]) planted.accept.push({ text: 'CNRY-accepted' });
  else if (planted.accept) planted.accept.push({ value: 987654321.125 });
  return planted;
}

async function main(): Promise<void> {
  const ctx = makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
  const slug = `canary-${ctx.newId().slice(-8)}`;
  const course = await layCourse(ctx, slug, [{ slug: 'mine', passages: 3 }]);
  const quiz = await layQuiz(ctx, course, { slug: 'seam', content: plant });
  const student = await enrol(ctx, course, 'student', 'Minnie');
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const cookie = await encode({ token: { personId: student.personId, sessionVersion: 1 }, secret, maxAge: 7_200 });
  process.stdout.write(JSON.stringify({ slug, quiz: quiz.slug, cookie }));
  process.exit(0);
}

void main();
