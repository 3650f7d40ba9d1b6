import { type Enrolment, enrolmentAs, proveByPerson } from '@/lib/authz/enrolment';
import { at } from '@/lib/kernel/clock';
import type { Ctx } from '@/lib/kernel/ctx';
import { newSecret } from '@/lib/kernel/random';
import { inTransaction } from '@/lib/kernel/transaction';
import { createPerson } from '@/lib/people/create-person';
import { enrolPerson } from '@/lib/people/enrol-person';
import { type DemoStaff, talk } from './conversation';
import { normal } from './model';
import { STUDENTS } from './people';
import { DAY, HOUR, must, type Studying, type Syllabus, study } from './study';

const SEED = 'lectern demo 2019';
const WEEKS_AGO_DAYS = 25;
const ZONES = ['Asia/Seoul', 'Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Europe/London', 'UTC'] as const;
/** The question whose key the class proves "wrong": see `Syllabus.badKey`. */
const BAD_KEY = 'q-chftr';

/** Gives the course its class of forty, their work and their talk, unless it has students already. One line says what was made. */
export async function makeClass(ctx: Ctx, courseSlug: string, staff: DemoStaff): Promise<string | null> {
  const course = await ctx.db.course.findUnique({ where: { slug: courseSlug } });
  if (!course) return null;
  const made = await ctx.db.audit.count({ where: { act: 'demo.class-made', courseId: course.id } });
  if (made > 0) return null;
  const began = new Date(Math.floor(ctx.now.getTime() / DAY) * DAY - WEEKS_AGO_DAYS * DAY);
  const until = new Date(ctx.now.getTime() - HOUR);
  const syllabus = await readSyllabus(ctx, course.id);
  const students: Enrolment[] = [];
  for (const [i, { name, ...pace }] of STUDENTS.entries()) {
    const joined = new Date(began.getTime() + pace.startsOnDay * DAY + (6 + (i % 3)) * HOUR);
    // One transaction a student: three hundred commands cost one commit, and a student is there whole or not at all.
    const me = await inTransaction(ctx, async (ctx) => {
      const me = await at(ctx, joined, (ctx) =>
        join(ctx, course.id, courseSlug, name, ZONES[i % ZONES.length] ?? 'UTC'),
      );
      const student = { me, pace, ability: 0.95 * normal(`${SEED} ability ${i}`), seed: `${SEED} ${i}`, began, until };
      await study(ctx, syllabus, student);
      return me;
    });
    students.push(me);
  }
  await begin(ctx, syllabus, { me: staff.student, began, until });
  const threads = await talk(ctx, { students, staff, began, until });
  await ctx.db.audit.create({
    data: {
      at: ctx.now,
      actorId: null,
      courseId: course.id,
      act: 'demo.class-made',
      subjectType: 'course',
      subjectId: course.id,
    },
  });
  const attempts = await ctx.db.attempt.count({ where: { quiz: { courseId: course.id } } });
  return `a class of ${students.length} students: ${attempts} attempts, ${threads} threads`;
}

/** The demo's own student has begun: the first lesson read and checked, the second half read, its check still to take. */
async function begin(
  ctx: Ctx,
  syllabus: Syllabus,
  { me, began, until }: Pick<Studying, 'me' | 'began' | 'until'>,
): Promise<void> {
  const pace = { lessons: 1, final: false, startsOnDay: 12 };
  await inTransaction(ctx, (ctx) =>
    study(ctx, syllabus, { me, pace, ability: 0.3, seed: `${SEED} own`, began, until }),
  );
}

async function join(
  ctx: Ctx,
  courseId: string,
  slug: string,
  displayName: string,
  timeZone: string,
): Promise<Enrolment> {
  const local = displayName
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
  const email = `${local}@class.example`;
  const { personId } = must(await createPerson(ctx, { email, displayName, timeZone, password: newSecret() }));
  await enrolPerson(ctx, { courseId, personId, role: 'student' });
  const me = await proveByPerson(ctx, personId, slug);
  if (!me) throw new Error(`${displayName} was enrolled and is not`);
  return me;
}

async function readSyllabus(ctx: Ctx, courseId: string): Promise<Syllabus> {
  const lessons = await ctx.db.lesson.findMany({
    where: { courseId, hiddenAt: null },
    orderBy: { position: 'asc' },
    include: {
      quizzes: { where: { kind: 'check' }, select: { slug: true } },
      currentVersion: { include: { passages: { orderBy: { position: 'asc' }, include: { passage: true } } } },
    },
  });
  const final = await ctx.db.quiz.findFirst({
    where: { courseId, kind: 'quiz', hiddenAt: null },
    select: { slug: true },
  });
  return {
    lessons: lessons.map(({ slug, position, quizzes, currentVersion }) => ({
      slug,
      position,
      passages: currentVersion?.passages.map(({ passage }) => passage.key) ?? [],
      check: quizzes[0]?.slug ?? null,
    })),
    final: final?.slug ?? null,
    badKey: BAD_KEY,
  };
}

/** The demo's staff and its own student, proved. */
export async function proveStaff(
  ctx: Ctx,
  slug: string,
  personOf: (role: keyof DemoStaff) => string,
): Promise<DemoStaff> {
  const prove = async (role: keyof DemoStaff): Promise<Enrolment> => {
    const me = await proveByPerson(ctx, personOf(role), slug);
    if (!me) throw new Error(`The demo's ${role} is not enrolled in ${slug}`);
    return me;
  };
  const instructor = enrolmentAs(await prove('instructor'), ['instructor']);
  if (!instructor) throw new Error('The demo’s instructor has another role');
  return { instructor, assistant: await prove('assistant'), student: await prove('student') };
}
