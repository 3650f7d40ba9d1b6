import type { Ctx } from '@/lib/kernel/ctx';
import type { CoursePackage } from '../package';
import type { Tally } from './report';

export interface StoredPassage {
  readonly id: string;
  readonly lessonId: string;
  /** The lesson's version in force. */
  readonly versionId: string;
}

/** The rows of all passages, wherever in the course they stand now. Those that went are marked removed, and keep what hangs on them. */
export async function syncPassages(
  ctx: Ctx,
  courseId: string,
  course: CoursePackage,
  lessonIds: ReadonlyMap<string, string>,
  wrote: Tally,
): Promise<Map<string, StoredPassage>> {
  const { db } = ctx;
  const before = new Map(
    (await db.passage.findMany({ where: { lesson: { courseId } } })).map((each) => [each.key, each]),
  );
  const passages = new Map<string, StoredPassage>();
  const created: { id: string; lessonId: string; key: string }[] = [];
  for (const lesson of course.lessons) {
    const lessonId = lessonIds.get(lesson.id) ?? '';
    for (const block of lesson.blocks) {
      if (block.kind !== 'passage') continue;
      const stood = before.get(block.id);
      const id = stood?.id ?? ctx.newId();
      passages.set(block.id, { id, lessonId, versionId: '' });
      if (!stood) created.push({ id, lessonId, key: block.id });
      else if (stood.lessonId !== lessonId || stood.removedAt) {
        await db.passage.update({ where: { id }, data: { lessonId, removedAt: null } });
        if (stood.lessonId !== lessonId) await takeAlong(ctx, id, lessonId);
        wrote.head++;
      }
    }
  }
  await db.passage.createMany({ data: created });
  const gone = [...before.values()].filter(({ key, removedAt }) => !passages.has(key) && !removedAt);
  if (gone.length > 0) {
    await db.passage.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { removedAt: ctx.now } });
    wrote.passagesRemoved += gone.length;
  }
  return passages;
}

/** A passage that moved to another lesson takes its citations and threads along. */
async function takeAlong({ db }: Ctx, passageId: string, lessonId: string): Promise<void> {
  await db.thread.updateMany({ where: { anchor: { passageId } }, data: { lessonId } });
  await db.anchor.updateMany({ where: { passageId }, data: { lessonId } });
}
