import type { Enrolment } from '@/lib/authz/enrolment';
import { proveByPerson } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { makeCtx } from '@/lib/kernel/ctx';
import { newCode, newSeed } from '@/lib/kernel/random';
import { type CourseReference, EMPTY_REFERENCE, type LessonFrame } from '@/lib/lessons/schema';

/** A lesson to lay: passages p-<slug without hyphens>1, 2, …, each with so many characters of text. */
export interface LessonToLay {
  readonly slug: string;
  readonly part?: string;
  readonly passages: number;
  readonly characters?: number;
  readonly hidden?: boolean;
  readonly beyond?: boolean;
  /** Has a check of one question, two attempts. */
  readonly check?: boolean;
  readonly frame?: Partial<LessonFrame>;
  /** Words of each passage as HTML; plain filler where left out. */
  readonly html?: (number: number) => string;
}

export interface LaidCourse {
  readonly id: string;
  readonly slug: string;
}

/** A ctx at the tests' own moment. */
export const ctxAt = (now: string): Ctx => makeCtx(null, new Date(now));

export const passageKey = (lesson: string, n: number): string => `p-${lesson.replaceAll('-', '')}${n}xxx`.slice(0, 40);

const FILLER = 'Words that say little and go on for as long as a passage may. ';

/** Lays a course with lessons as course sync would leave it. */
export async function layCourse(
  ctx: Ctx,
  slug: string,
  lessons: readonly LessonToLay[],
  reference: Partial<CourseReference> = {},
): Promise<LaidCourse> {
  const id = ctx.newId();
  await ctx.db.course.create({
    data: {
      id,
      key: `c-${slug}`,
      slug,
      title: `Course ${slug}`,
      subtitle: 'A course for tests',
      descriptionHtml: '<p>What this course is about.</p>',
      reference: { ...EMPTY_REFERENCE, ...reference },
      joinCode: newCode(),
      createdAt: ctx.now,
    },
  });
  const parts = new Map<string, string>();
  for (const title of new Set(lessons.flatMap(({ part }) => part ?? []))) {
    const part = await ctx.db.part.create({ data: { id: ctx.newId(), courseId: id, title, position: parts.size + 1 } });
    parts.set(title, part.id);
  }
  for (const [index, lesson] of lessons.entries()) {
    await layLesson(ctx, id, index + 1, lesson, (lesson.part && parts.get(lesson.part)) || null);
  }
  return { id, slug };
}

async function layLesson(ctx: Ctx, courseId: string, position: number, lay: LessonToLay, partId: string | null) {
  const { slug, passages, characters = 400, hidden = false, beyond = false, check = false } = lay;
  const lessonId = ctx.newId();
  const versionId = ctx.newId();
  const numbers = Array.from({ length: passages }, (_, i) => i + 1);
  const html = numbers.map((n) => passageHtml(passageKey(slug, n), `${position}.${n}`, lay.html?.(n))).join('');
  const frame: LessonFrame = {
    headings: [],
    before: [],
    discussion: null,
    objectives: [],
    from: [],
    words: passages * 70,
    cards: { terms: [], people: [], records: [] },
    ...lay.frame,
  };
  await ctx.db.lesson.create({
    data: { id: lessonId, courseId, partId, key: `l-${slug}`, slug, position, hiddenAt: hidden ? ctx.now : null },
  });
  await ctx.db.lessonVersion.create({
    data: {
      id: versionId,
      lessonId,
      n: 1,
      title: `Lesson ${slug}`,
      standfirst: `Why to read ${slug}.`,
      minutes: 12,
      beyond,
      html,
      frame,
      hash: newSeed(),
      createdAt: ctx.now,
    },
  });
  await ctx.db.lesson.update({ where: { id: lessonId }, data: { currentVersionId: versionId } });
  for (const n of numbers) {
    const passageId = ctx.newId();
    await ctx.db.passage.create({ data: { id: passageId, lessonId, key: passageKey(slug, n) } });
    await ctx.db.passageVersion.create({
      data: {
        lessonVersionId: versionId,
        passageId,
        position: n,
        text: FILLER.repeat(20).slice(0, characters),
        origin: { source: [3], record: [], own: false, background: false },
      },
    });
  }
  if (check) await layCheck(ctx, courseId, lessonId, slug, position);
}

const passageHtml = (key: string, number: string, words = `<p>${FILLER.repeat(6)}</p>`): string =>
  `<section class="passage" id="${key}" data-passage="${key}"><div class="passage-body">${words}</div>` +
  `<div class="passage-margin"><a class="passage-number" href="#${key}" aria-label="Link to passage ${number}">${number}</a>` +
  `<span class="passage-source">¶3</span><!--margin:${key}--></div></section>`;

async function layCheck(ctx: Ctx, courseId: string, lessonId: string, slug: string, position: number) {
  const quizId = ctx.newId();
  const versionId = ctx.newId();
  await ctx.db.quiz.create({
    data: { id: quizId, courseId, lessonId, key: `z-${slug}`, slug: `check-${slug}`, kind: 'check', position },
  });
  await ctx.db.quizVersion.create({
    data: {
      id: versionId,
      quizId,
      n: 1,
      title: `Check: ${slug}`,
      attemptsAllowed: 2,
      counts: 'best',
      shuffle: false,
      showScore: 'submitted',
      showKey: 'attempts-used',
      points: 1000,
      hash: newSeed(),
      createdAt: ctx.now,
    },
  });
  await ctx.db.quiz.update({ where: { id: quizId }, data: { currentVersionId: versionId } });
}

/** A person enrolled in the course, with the proof that a page would have. */
export async function enrol(ctx: Ctx, course: LaidCourse, role: Role, name: string = role): Promise<Enrolment> {
  const personId = ctx.newId();
  await ctx.db.person.create({
    data: {
      id: personId,
      email: `${name.toLowerCase()}.${personId.slice(-6)}@example.test`,
      displayName: name,
      createdAt: ctx.now,
    },
  });
  return enrolPerson(ctx, course, personId, role);
}

export async function enrolPerson(ctx: Ctx, course: LaidCourse, personId: string, role: Role): Promise<Enrolment> {
  await ctx.db.enrolment.create({ data: { id: ctx.newId(), courseId: course.id, personId, role, createdAt: ctx.now } });
  const me = await proveByPerson(ctx, personId, course.slug);
  if (!me) throw new Error('the enrolment just made does not prove');
  return me;
}

/** An attempt as the rows of a check's start, or of its end, would stand; scores are not made. */
export async function layAttempt(
  ctx: Ctx,
  me: Enrolment,
  quizSlug: string,
  state: 'open' | 'submitted',
  deadlineAt: Date | null = null,
) {
  const quiz = await ctx.db.quiz.findFirstOrThrow({ where: { courseId: me.courseId, slug: quizSlug } });
  const n = (await ctx.db.attempt.count({ where: { quizId: quiz.id, enrolmentId: me.enrolmentId } })) + 1;
  return ctx.db.attempt.create({
    data: {
      id: ctx.newId(),
      enrolmentId: me.enrolmentId,
      quizId: quiz.id,
      quizVersionId: quiz.currentVersionId ?? '',
      n,
      state,
      seed: newSeed(),
      startedAt: ctx.now,
      deadlineAt,
      submittedAt: state === 'open' ? null : ctx.now,
      maxPoints: 1000,
    },
  });
}
