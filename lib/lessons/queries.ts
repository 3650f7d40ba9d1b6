import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { type LessonText, lessonOfReader, lessonText } from './lesson.sql';
import { outlineCourse, outlineLessons, outlineQuizzes, type QuizRow } from './outline.sql';
import { cardsOfLessons, courseReference } from './reference.sql';
import type { OutlineQuiz } from './rules';
import { type CourseReference, type CourseSource, EMPTY_REFERENCE } from './schema';

export interface OutlineLesson {
  readonly lessonId: string;
  readonly slug: string;
  readonly position: number;
  readonly title: string;
  readonly standfirst: string;
  /** Reading and check together, as its author says. */
  readonly minutes: number;
  /** Goes beyond the article. */
  readonly beyond: boolean;
  readonly hidden: boolean;
  readonly check: OutlineQuiz | null;
}

export interface Outline {
  readonly title: string;
  readonly subtitle: string;
  readonly descriptionHtml: string;
  readonly source: CourseSource | null;
  readonly objectives: CourseReference['objectives'];
  readonly reference: { terms: number; people: number; events: number; records: number; hasNotes: boolean };
  /** For staff only; null for students. */
  readonly join: { readonly code: string; readonly open: boolean } | null;
  /** A part without a title holds the lessons that belong to none. */
  readonly parts: readonly { readonly title: string | null; readonly lessons: readonly OutlineLesson[] }[];
  /** Quizzes of the course: all but the lessons' checks. */
  readonly quizzes: readonly OutlineQuiz[];
}

const isStaff = (me: Enrolment): boolean => me.role !== 'student';

/** The course as its outline shows it: what there is, in order. How far the viewer is: lib/progress. Staff see what is hidden. */
export async function getOutline(ctx: Ctx, me: Enrolment): Promise<Outline> {
  const [[course], lessons, quizzes] = await Promise.all([
    ctx.sql(outlineCourse, [me.courseId]),
    ctx.sql(outlineLessons, [me.courseId, isStaff(me)]),
    listOutlineQuizzes(ctx, me),
  ]);
  if (!course) throw new Error(`course ${me.courseId} is gone although ${me.enrolmentId} is in it`);
  const checks = new Map(quizzes.filter((quiz) => quiz.lessonId).map((quiz) => [quiz.lessonId, quiz]));
  const parts: { id: string | null; title: string | null; lessons: OutlineLesson[] }[] = [];
  for (const row of lessons) {
    if (parts.at(-1)?.id !== row.part_id || parts.length === 0) {
      parts.push({ id: row.part_id, title: row.part_title, lessons: [] });
    }
    const { lesson_id: lessonId, slug, position, title, standfirst, minutes, beyond, hidden } = row;
    const check = checks.get(lessonId) ?? null;
    parts.at(-1)?.lessons.push({ lessonId, slug, position, title, standfirst, minutes, beyond, hidden, check });
  }
  const { title, subtitle, source, objectives, terms, people, events, records } = course;
  return {
    title,
    subtitle,
    descriptionHtml: course.description_html,
    source,
    objectives,
    reference: { terms, people, events, records, hasNotes: course.has_notes },
    join: isStaff(me) ? { code: course.join_code, open: course.join_open } : null,
    parts: parts.map(({ title, lessons }) => ({ title, lessons })),
    quizzes: quizzes.filter((quiz) => quiz.lessonId === null),
  };
}

async function listOutlineQuizzes(ctx: Ctx, me: Enrolment): Promise<OutlineQuiz[]> {
  const rows = await ctx.sql(outlineQuizzes, whose(ctx, me));
  return rows.map(toQuiz);
}

const whose = (ctx: Ctx, me: Enrolment) =>
  [me.courseId, me.enrolmentId, isStaff(me), ctx.now, me.previewSince] as const;

const toQuiz = (row: QuizRow): OutlineQuiz => ({
  slug: row.slug,
  lessonId: row.lesson_id,
  title: row.title,
  hidden: row.hidden,
  questions: row.questions,
  timeLimitSeconds: row.time_limit_seconds,
  attemptsAllowed: row.attempts_allowed,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  ended: row.ended,
  running: row.running,
  score: row.points === null || row.max_points === null ? null : { points: row.points, of: row.max_points },
});

/** A lesson as its reader sees it. */
export interface Lesson extends Omit<LessonText, 'keys' | 'lengths'> {
  readonly lessonId: string;
  readonly slug: string;
  readonly position: number;
  readonly hidden: boolean;
  readonly partTitle: string | null;
  /** How many lessons the course has for students. */
  readonly lessons: number;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly passages: readonly { readonly key: string; readonly length: number; readonly readAt: Date | null }[];
  readonly check: OutlineQuiz | null;
}

interface Neighbour {
  readonly slug: string;
  readonly title: string;
  readonly position: number;
}

// 20 to 60 KB each.
const texts = new Kept<LessonText>(200);

/** The text of a version of a lesson. By the row of its course too: the cards, which are the course's, may change without it. */
async function textOf(ctx: Ctx, versionId: string, courseRow: string): Promise<LessonText> {
  const key = `${versionId} ${courseRow}`;
  const known = texts.get(key);
  if (known) return known;
  const [text] = await ctx.sql(lessonText, [versionId]);
  if (!text) throw new Error(`version ${versionId} of a lesson is gone although it is the current one`);
  return texts.set(key, text);
}

/** A lesson by its slug, with the viewer's progress in it; null where the viewer may not know of it. Staff see hidden ones. */
export async function findLesson(ctx: Ctx, me: Enrolment, slug: string): Promise<Lesson | null> {
  const [row] = await ctx.sql(lessonOfReader, [...whose(ctx, me), slug]);
  if (!row) return null;
  const { lesson_id: lessonId, part_title: partTitle, version_id, course_row, read_at, check, ...rest } = row;
  const { keys, lengths, ...text } = await textOf(ctx, version_id, course_row);
  return {
    ...text,
    ...rest,
    lessonId,
    partTitle,
    passages: keys.map((key, i) => ({ key, length: lengths[i] ?? 0, readAt: read_at[i] ?? null })),
    check: check && toQuiz(check),
  };
}

/** A lesson that uses an entry of the reference. */
export interface UsedIn {
  readonly slug: string;
  readonly position: number;
  readonly title: string;
}

export interface Reference extends CourseReference {
  readonly courseTitle: string;
  readonly source: CourseSource | null;
  /** "term-x", "person-x", "record-x" and ids of objectives to the lessons that use them. */
  readonly usedIn: ReadonlyMap<string, readonly UsedIn[]>;
}

/** Everything that lessons refer to: objectives, glossary, cast, timeline, record, and the notes on the source. */
export async function getReference(ctx: Ctx, me: Enrolment): Promise<Reference> {
  const [[course], lessons] = await Promise.all([
    ctx.sql(courseReference, [me.courseId]),
    ctx.sql(cardsOfLessons, [me.courseId, isStaff(me)]),
  ]);
  if (!course) throw new Error(`course ${me.courseId} is gone although ${me.enrolmentId} is in it`);
  const usedIn = new Map<string, UsedIn[]>();
  for (const { cards, objectives, ...lesson } of lessons) {
    const anchors = [
      ...cards.terms.map((id) => `term-${id}`),
      ...cards.people.map((id) => `person-${id}`),
      ...cards.records.map((id) => `record-${id}`),
      ...objectives,
    ];
    for (const anchor of anchors) usedIn.set(anchor, [...(usedIn.get(anchor) ?? []), lesson]);
  }
  return {
    ...EMPTY_REFERENCE,
    ...withoutHoles(course.reference),
    courseTitle: course.title,
    source: course.source,
    usedIn,
  };
}

const withoutHoles = (reference: { [K in keyof CourseReference]?: CourseReference[K] | undefined }) =>
  Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== undefined)) as Partial<CourseReference>;
