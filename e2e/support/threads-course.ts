import { encode } from 'next-auth/jwt';
import { makeCtx } from '@/lib/kernel/ctx';
import { enrol, layCourse, passageKey } from '@/lib/testing/lessons';
import { asInstructor, ask, later, must, write } from '@/lib/testing/threads';
import { createAnnouncement } from '@/lib/threads/create-announcement';

// Run as a program by threads.spec.ts: lays a course of its own in the site's database and prints who may sign in to it.

const CORPUS = [
  '<script>window.__pwned = 1; fetch("https://canary.example/s")</script>',
  '<img src="https://canary.example/i.png" onerror="window.__pwned = 2">',
  '![x](https://canary.example/m.png)',
  '[a link](javascript:window.__pwned=3)',
  '<a href="javascript&#58;window.__pwned=4">a link</a>',
  '<svg><script>window.__pwned = 5</script></svg>',
  '<iframe srcdoc="<script>parent.__pwned = 6</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.__pwned = 7">',
  '<form id=__proto__ action=https://canary.example><button>Go</button></form>',
  '<p style="position:fixed;inset:0">over everything</p>',
];

async function main(): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  // Some minutes ago, so that the spec's own posts are the newest.
  const ctx = later(makeCtx(null, new Date()), -3_600);
  const slug = `talk-${ctx.newId().slice(-8)}`;
  const course = await layCourse(ctx, slug, [{ slug: 'two-readings', passages: 3, characters: 300 }]);
  const mina = await enrol(ctx, course, 'student', 'Mina');
  const leo = await enrol(ctx, course, 'student', 'Leo "<img src=x onerror=window.__pwned=8>"');
  // For specs that write much: nobody may post more than fifteen times a minute.
  const noor = await enrol(ctx, course, 'student', 'Noor');
  const assistant = await enrol(ctx, course, 'assistant', 'Ana');
  const instructor = await enrol(ctx, course, 'instructor', 'Dr Park');
  const nasty = await ask(ctx, mina, 'A title <img src=x onerror="window.__pwned = 9">', {
    markdown: CORPUS.join('\n\n'),
  });
  await write(later(ctx, 60), leo, nasty.threadId, CORPUS.join('\n\n'));
  const long = await ask(later(ctx, 120), leo, 'A long thread', { kind: 'discussion' });
  for (let i = 1; i <= 12; i++)
    await write(
      later(ctx, 120 + 60 * i),
      instructor,
      long.threadId,
      `Thought ${i}.\n\n${'Words and words. '.repeat(30)}`,
    );
  const announced = { title: 'Read lesson two', markdown: 'By Friday.', once: crypto.randomUUID() };
  must(await createAnnouncement(later(ctx, 1_000), asInstructor(instructor), announced));
  const cookie = (personId: string) => encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 });
  const cookies = {
    mina: await cookie(mina.personId),
    leo: await cookie(leo.personId),
    noor: await cookie(noor.personId),
    assistant: await cookie(assistant.personId),
    instructor: await cookie(instructor.personId),
  };
  process.stdout.write(
    JSON.stringify({
      slug,
      cookies,
      nasty: nasty.threadId,
      long: long.threadId,
      passage: passageKey('two-readings', 2),
    }),
  );
  process.exit(0);
}

void main();
