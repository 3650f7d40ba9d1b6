/** How far somebody is: pure functions of what was read and checked. */

export interface PassageProgress {
  readonly key: string;
  readonly readAt: Date | null;
  /** Characters. */
  readonly length: number;
}

/** A lesson as one reader stands to it. `passages` are in order: the seventh is x.7. */
export interface LessonProgress {
  readonly lessonId: string;
  readonly slug: string;
  readonly title: string;
  readonly position: number;
  /** Only staff see it; it counts for nobody. */
  readonly hidden: boolean;
  readonly passages: readonly PassageProgress[];
  /** Its graded quiz: attempts that have ended, and whether one runs now. */
  readonly check: { readonly slug: string; readonly ended: number; readonly running: boolean } | null;
}

export type LessonState = 'not-started' | 'reading' | 'to-check' | 'checking' | 'done';

export const countRead = (lesson: LessonProgress): number =>
  lesson.passages.filter((passage) => passage.readAt !== null).length;

/** A lesson is done when it was read to the end and its check, where it has one, was submitted at least once. */
export function lessonState(lesson: LessonProgress): LessonState {
  const { passages, check } = lesson;
  const read = countRead(lesson);
  if (check?.running) return 'checking';
  if (read < passages.length) return read === 0 && !check?.ended ? 'not-started' : 'reading';
  if (check && check.ended === 0) return 'to-check';
  return passages.length === 0 && !check ? 'not-started' : 'done';
}

/** The state as the outline says it. */
export function stateInWords(lesson: LessonProgress): string {
  const state = lessonState(lesson);
  if (state === 'done') return 'Done';
  if (state === 'checking') return 'Check under way';
  if (state === 'to-check') return 'Read, check to do';
  if (state === 'not-started') return 'Not started';
  const read = countRead(lesson);
  const of = lesson.passages.length;
  return lesson.check?.ended ? `Checked, ${read} of ${of} read` : `${read} of ${of} read`;
}

// About 220 words a minute of six characters each, which suits a text that wants thinking about.
const CHARACTERS_A_MINUTE = 1_300;

/** Whole minutes for that many characters; at least one where there is anything to read. */
export const minutesToRead = (characters: number): number => Math.ceil(characters / CHARACTERS_A_MINUTE);

export const minutesLeft = (passages: readonly PassageProgress[]): number =>
  minutesToRead(passages.reduce((sum, { readAt, length }) => sum + (readAt === null ? length : 0), 0));

/** Where reading goes on. `position` is the passage's: 2.7 is lesson 2, position 7. */
export type Place =
  | { readonly kind: 'empty' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'check'; readonly lesson: LessonProgress; readonly quiz: string; readonly running: boolean }
  | {
      readonly kind: 'start' | 'continue' | 'next';
      readonly lesson: LessonProgress;
      readonly passage: { readonly key: string; readonly position: number };
    };

/** The first passage still to read after the one read last; before it, where nothing is left behind it. Null: all read. */
export function nextPassage(lesson: LessonProgress): { key: string; position: number } | null {
  const { passages } = lesson;
  const unread = passages.flatMap(({ key, readAt }, index) => (readAt === null ? [{ key, position: index + 1 }] : []));
  const last = lastRead(lesson);
  return unread.find(({ position }) => position > last) ?? unread[0] ?? null;
}

function latest(lesson: LessonProgress): number {
  let at = 0;
  for (const { readAt } of lesson.passages) if (readAt) at = Math.max(at, readAt.getTime());
  return at;
}

/** Position of the passage read last; of several noted together, the last in order. 0: none. */
function lastRead(lesson: LessonProgress): number {
  const at = latest(lesson);
  return at === 0 ? 0 : lesson.passages.findLastIndex(({ readAt }) => readAt?.getTime() === at) + 1;
}

/**
 * Where to go on: in the lesson read last; then its check; then the next lesson with something to read, in order and around;
 * then a check that was left out.
 */
export function placeToContinue(all: readonly LessonProgress[]): Place {
  const lessons = all.filter(({ hidden, passages }) => !hidden && passages.length > 0);
  const [first] = lessons;
  if (!first) return { kind: 'empty' };
  const current = lessons.reduce((best, lesson) => (latest(lesson) > latest(best) ? lesson : best));
  if (latest(current) === 0) {
    return placeIn(first, 'start') ?? { kind: 'empty' };
  }
  const here = placeIn(current, 'continue') ?? checkOf(current);
  if (here) return here;
  const at = lessons.indexOf(current);
  const others = [...lessons.slice(at + 1), ...lessons.slice(0, at)];
  for (const lesson of others) {
    const place = placeIn(lesson, 'next');
    if (place) return place;
  }
  for (const lesson of others) {
    const place = checkOf(lesson);
    if (place) return place;
  }
  return { kind: 'finished' };
}

function placeIn(lesson: LessonProgress, kind: 'start' | 'continue' | 'next'): Place | null {
  const passage = nextPassage(lesson);
  return passage && { kind, lesson, passage };
}

function checkOf(lesson: LessonProgress): Place | null {
  const { check } = lesson;
  return check && (check.running || check.ended === 0)
    ? { kind: 'check', lesson, quiz: check.slug, running: check.running }
    : null;
}

/** Lessons done, of those that count. */
export function countDone(lessons: readonly LessonProgress[]): { done: number; of: number } {
  const counted = lessons.filter(({ hidden }) => !hidden);
  return { done: counted.filter((lesson) => lessonState(lesson) === 'done').length, of: counted.length };
}

/** How long a passage must be in sight before it counts as read: in proportion to its length, with several in sight at once. */
export const millisecondsToCount = (characters: number): number => Math.min(15_000, Math.max(1_000, characters * 12));
