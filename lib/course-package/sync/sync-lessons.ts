import type { Ctx } from '@/lib/kernel/ctx';
import { contentHash } from '@/lib/kernel/hash';
import type { CoursePackage } from '../package';
import { type RenderedLesson, renderLesson } from '../render/render-lesson';
import type { Tally } from './report';
import { resolveAnchors } from './resolve-anchors';
import { type StoredPassage, syncPassages } from './sync-passages';

/** Lessons, their passages and versions. Returns the course's passages by key. */
export async function syncLessons(
  ctx: Ctx,
  courseId: string,
  course: CoursePackage,
  address: (id: string) => string | null,
  wrote: Tally,
): Promise<Map<string, StoredPassage>> {
  const lessonIds = await syncLessonRows(ctx, courseId, course, wrote);
  const passages = await syncPassages(ctx, courseId, course, lessonIds, wrote);
  for (const lesson of course.lessons) {
    const position = course.course.parts.flatMap((part) => part.lessons).indexOf(lesson.id) + 1;
    const rendered = renderLesson(course, lesson, position, address);
    const lessonId = lessonIds.get(lesson.id) ?? '';
    const versionId = await writeVersion(ctx, lessonId, rendered, passages, wrote);
    for (const { key } of rendered.passages) {
      const passage = passages.get(key);
      if (passage) passages.set(key, { ...passage, versionId });
    }
  }
  return passages;
}

async function syncLessonRows(ctx: Ctx, courseId: string, course: CoursePackage, wrote: Tally) {
  const { db } = ctx;
  const before = await db.lesson.findMany({ where: { courseId } });
  const parts = await db.part.findMany({ where: { courseId }, orderBy: { position: 'asc' } });
  const order = course.course.parts.flatMap((part, i) => part.lessons.map((id) => [id, parts[i]?.id ?? null] as const));
  const ids = new Map<string, string>();
  for (const lesson of course.lessons) {
    const at = order.findIndex(([id]) => id === lesson.id);
    const data = { slug: lesson.slug, position: at + 1, partId: order[at]?.[1] ?? null };
    const stood = before.find(({ key }) => key === lesson.id);
    ids.set(lesson.id, stood?.id ?? ctx.newId());
    const id = ids.get(lesson.id) ?? '';
    if (!stood) {
      await db.lesson.create({ data: { id, courseId, key: lesson.id, ...data } });
      wrote.head++;
    } else if (stood.slug !== data.slug || stood.position !== data.position || stood.partId !== data.partId) {
      await db.lesson.update({ where: { id }, data });
      wrote.head++;
    }
    if (stood?.hiddenAt) {
      await db.lesson.update({ where: { id }, data: { hiddenAt: null } });
      wrote.shownAgain++;
    }
  }
  const gone = before.filter(({ key, hiddenAt }) => !ids.has(key) && !hiddenAt);
  for (const { id, slug, key } of gone) {
    // Its address may be another lesson's now.
    const isTaken = course.lessons.some((lesson) => lesson.slug === slug);
    await db.lesson.update({ where: { id }, data: { hiddenAt: ctx.now, ...(isTaken && { slug: key }) } });
    wrote.hidden++;
  }
  return ids;
}

async function writeVersion(
  ctx: Ctx,
  lessonId: string,
  rendered: RenderedLesson,
  passages: ReadonlyMap<string, StoredPassage>,
  wrote: Tally,
): Promise<string> {
  const { db } = ctx;
  const hash = contentHash(rendered);
  const { currentVersion, _count } = await db.lesson.findUniqueOrThrow({
    where: { id: lessonId },
    select: { currentVersion: { select: { id: true, hash: true } }, _count: { select: { versions: true } } },
  });
  if (currentVersion?.hash === hash) return currentVersion.id;
  const id = ctx.newId();
  const { passages: written, ...version } = rendered;
  await db.lessonVersion.create({
    data: { id, lessonId, n: _count.versions + 1, ...version, hash, createdAt: ctx.now },
  });
  const rows = written.flatMap(({ key, position, text, origin }) => {
    const passage = passages.get(key);
    return passage ? [{ lessonVersionId: id, passageId: passage.id, position, text, origin }] : [];
  });
  await db.passageVersion.createMany({ data: rows });
  await db.lesson.update({ where: { id: lessonId }, data: { currentVersionId: id } });
  wrote.lessonVersions++;
  await resolveAnchors(ctx, lessonId, id, rows, wrote);
  return id;
}
