import { encode } from 'next-auth/jwt';
import { makeCtx } from '@/lib/kernel/ctx';
import { enrol, enrolPerson, type LessonToLay, layCourse, passageKey } from '@/lib/testing/lessons';

// Run as a program by reading.spec.ts: lays a course of its own in the site's database and prints who may sign in to it.
// A process apart, because the generated Prisma client is a module and Playwright's files are not.

const PROSE = [
  'Late in the year the court ordered two companies to pay for labour that had been done under compulsion eighty years before. In one capital this was a court doing its work, and in the other it was the breach of a treaty that had settled such claims once and for all.',
  'A reading is coherent when its parts fit together: no premise contradicts another, and the conclusion follows from them. That is a test from the inside, and a useful one, because you cannot answer a case that you cannot state in words its friends would accept.',
  'The second half of the argument is about a pattern. One side saw agreements being opened again and again, and in the end an effort against the relationship itself. This goes further than the law, for it is a claim about what somebody meant to bring about.',
];

const html = (lesson: number) => (n: number) =>
  `<p>${PROSE[(n - 1) % PROSE.length]} ` +
  (n === 1
    ? 'The article calls it <a class="term" href="#term-zero-sum" data-card="term-zero-sum">zero-sum</a>, and names ' +
      '<a class="person" href="#person-an-official" data-card="person-an-official">an official</a>. '
    : '') +
  `This is lesson ${lesson}.</p>`;

const lesson = (slug: string, position: number, more: Partial<LessonToLay> = {}): LessonToLay => ({
  slug,
  part: 'The claim',
  passages: 6,
  characters: 300,
  html: html(position),
  frame: {
    headings: [],
    before: ['What was settled?'],
    discussion: { title: 'A ruling across a border', html: '<p>Who was in the right?</p>' },
    from: [3, 4],
    cards: { terms: ['zero-sum'], people: ['an-official'], records: [] },
  },
  ...more,
});

async function main(): Promise<void> {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  const ctx = makeCtx(null, new Date());
  const slug = `reading-${ctx.newId().slice(-8)}`;
  const course = await layCourse(
    ctx,
    slug,
    [
      lesson('two-readings', 1, { check: true }),
      lesson('on-paper', 2),
      lesson('not-yet', 3, { hidden: true }),
      lesson('watched', 4, { passages: 2 }),
    ],
    {
      glossary: { 'zero-sum': { term: 'zero-sum', html: '<p>What one side gains the other loses.</p>', cite: [9] } },
      cast: {
        'an-official': {
          name: 'An Official',
          role: 'Minister (2013–2017)',
          html: '<p>In office then, <span lang="ko">문재인</span>.</p>',
        },
      },
    },
  );
  const other = await layCourse(ctx, `${slug}-other`, [lesson('elsewhere', 1)]);
  const student = await enrol(ctx, course, 'student', 'Sam');
  const instructor = await enrol(ctx, course, 'instructor', 'Ines');
  const stranger = await enrol(ctx, other, 'student', 'Stef');
  await enrolPerson(ctx, other, instructor.personId, 'student');
  const cookie = (personId: string) => encode({ token: { personId, sessionVersion: 1 }, secret, maxAge: 3_600 });
  const cookies = {
    student: await cookie(student.personId),
    instructor: await cookie(instructor.personId),
    stranger: await cookie(stranger.personId),
  };
  process.stdout.write(JSON.stringify({ slug, cookies, cited: passageKey('two-readings', 4) }));
  process.exit(0);
}

void main();
