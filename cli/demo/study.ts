import { saveResponse } from '@/lib/attempts/save-response';
import { startAttempt } from '@/lib/attempts/start-attempt';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import type { Enrolment } from '@/lib/authz/enrolment';
import { at } from '@/lib/kernel/clock';
import type { Ctx } from '@/lib/kernel/ctx';
import type { Result } from '@/lib/kernel/result';
import { markPassagesRead } from '@/lib/progress/mark-passages-read';
import { parseContent } from '@/lib/question-types/registry';
import { answer, chance } from './model';
import type { Pace } from './people';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const SECOND = 1_000;

/** A lesson as the demo's students meet it. */
export interface DemoLesson {
  readonly slug: string;
  readonly position: number;
  readonly passages: readonly string[];
  readonly check: string | null;
}

/** The one question that the class answers as if its key were wrong, so that the item analysis has something to find. */
export interface Syllabus {
  readonly lessons: readonly DemoLesson[];
  readonly final: string | null;
  readonly badKey: string;
}

export interface Studying {
  readonly me: Enrolment;
  readonly pace: Pace;
  readonly ability: number;
  /** Decides everything that is left to chance. */
  readonly seed: string;
  readonly began: Date;
  /** Nothing happens after this moment. */
  readonly until: Date;
}

/** What a refusal means in the demo's own history: a fault, since nobody is there to read it. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`The demo was refused: ${result.code}: ${result.message}`);
  return result.value;
}

/** A student's way through the course, by the product's own commands, each at its time. */
export async function study(ctx: Ctx, syllabus: Syllabus, student: Studying): Promise<void> {
  const { pace, began, until, seed } = student;
  const days = (until.getTime() - began.getTime()) / DAY;
  const step = (days - 3 - pace.startsOnDay) / 11;
  const hour = 7 + Math.floor(13 * chance(`${seed} hour`));
  for (const lesson of syllabus.lessons) {
    if (lesson.position > pace.lessons) break;
    const day = pace.startsOnDay + (lesson.position - 0.9 + 0.6 * chance(`${seed} day ${lesson.position}`)) * step;
    const when = new Date(began.getTime() + Math.floor(day) * DAY + hour * HOUR + chance(`${seed} ${day}`) * HOUR);
    await read(ctx, student, lesson, when, lesson.passages.length);
    if (!lesson.check) continue;
    const leave = pace.leavesOpen === true && lesson.position === pace.lessons;
    await checkTwice(ctx, syllabus, student, lesson.check, new Date(when.getTime() + 25 * 60 * SECOND), leave);
  }
  const next = syllabus.lessons.find((lesson) => lesson.position === pace.lessons + 1);
  if (next && pace.lessons > 0) {
    const when = new Date(until.getTime() - (1 + 4 * chance(`${seed} last`)) * DAY);
    await read(ctx, student, next, when, Math.ceil(next.passages.length * 0.4));
  }
  if (pace.final && syllabus.final) {
    const when = new Date(until.getTime() - (0.3 + 2.5 * chance(`${seed} final`)) * DAY);
    await take(ctx, syllabus, student, { quiz: syllabus.final, when, n: 1, leave: false });
  }
}

async function read(ctx: Ctx, { me }: Studying, lesson: DemoLesson, when: Date, passages: number): Promise<void> {
  const half = Math.ceil(passages / 2);
  const parts = [lesson.passages.slice(0, half), lesson.passages.slice(half, passages)];
  for (const [i, part] of parts.entries()) {
    if (part.length === 0) continue;
    await at(ctx, new Date(when.getTime() + i * 9 * 60 * SECOND), async (ctx) =>
      must(await markPassagesRead(ctx, me, { lesson: lesson.slug, passages: [...part] })),
    );
  }
}

async function checkTwice(
  ctx: Ctx,
  syllabus: Syllabus,
  student: Studying,
  quiz: string,
  when: Date,
  leave: boolean,
): Promise<void> {
  await take(ctx, syllabus, student, { quiz, when, n: 1, leave });
  const again = new Date(when.getTime() + (0.2 + chance(`${student.seed} ${quiz} pause`)) * 0.8 * DAY);
  const wantsMore = !leave && chance(`${student.seed} ${quiz} again`) < 0.45 - 0.15 * student.ability;
  if (wantsMore && again < student.until) await take(ctx, syllabus, student, { quiz, when: again, n: 2, leave: false });
}

interface Sitting {
  readonly quiz: string;
  readonly when: Date;
  readonly n: number;
  /** Goes away in the middle. */
  readonly leave: boolean;
}

async function take(
  ctx: Ctx,
  { badKey }: Syllabus,
  student: Studying,
  { quiz, when, n, leave }: Sitting,
): Promise<void> {
  const { me, seed, ability } = student;
  const { attemptId } = await at(ctx, when, async (ctx) => must(await startAttempt(ctx, me, { quiz })));
  const attempt = await ctx.db.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const items = await ctx.db.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: 'asc' },
    include: { questionVersion: { select: { type: true, content: true } }, question: { select: { key: true } } },
  });
  const clientId = ctx.newId();
  let clock = when.getTime();
  for (const [i, item] of items.entries()) {
    if (leave && i >= Math.ceil(items.length / 2)) return;
    clock += (25 + 70 * chance(`${seed} ${quiz} ${n} ${i} pace`)) * SECOND;
    const { type, content } = item.questionVersion;
    const { key } = item.question;
    const asked = {
      itemId: item.id,
      attemptSeed: attempt.seed,
      questionKey: key,
      type,
      content: parseContent(type, content),
    };
    // The second time the passage has been read again.
    const payload = answer(asked, ability + (n - 1) * 0.9, key === badKey, `${seed} ${key} ${n}`);
    if (payload === null) continue;
    await at(ctx, new Date(clock), async (ctx) =>
      must(
        await saveResponse(ctx, me, {
          attempt: attemptId,
          itemId: item.id,
          kind: 'response',
          clientId,
          clientSeq: i + 1,
          baseSeq: '0',
          payload: JSON.parse(JSON.stringify(payload)),
        }),
      ),
    );
  }
  await at(ctx, new Date(clock + 40 * SECOND), async (ctx) =>
    must(await submitAttempt(ctx, me, { attempt: attemptId })),
  );
}
