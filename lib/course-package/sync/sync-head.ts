import type { Ctx } from '@/lib/kernel/ctx';
import { canonicalJson } from '@/lib/kernel/hash';
import { Prisma } from '@/lib/kernel/prisma';
import { newCode } from '@/lib/kernel/random';
import { inlineText } from '@/lib/passages/markdown';
import type { CoursePackage } from '../package';
import { renderDescription, renderReference, sourceOf } from '../render/render-reference';
import type { Tally } from './report';

/** The course's own row and its parts. Returns its id. */
export async function syncHead(
  ctx: Ctx,
  course: CoursePackage,
  address: (id: string) => string | null,
  wrote: Tally,
): Promise<string> {
  const { db } = ctx;
  const { id: key, slug, title, subtitle = '', language } = course.course;
  const head = {
    slug,
    title: inlineText(title),
    subtitle: inlineText(subtitle),
    language,
    descriptionHtml: renderDescription(course, address),
  };
  const json = { source: sourceOf(course), reference: renderReference(course, address) };
  const data = { ...head, reference: json.reference, source: json.source ?? Prisma.DbNull };
  const before = await db.course.findUnique({ where: { key } });
  const id = before?.id ?? ctx.newId();
  if (!before) {
    await db.course.create({ data: { id, key, ...data, joinCode: newCode(), createdAt: ctx.now } });
    wrote.head++;
  } else {
    const stood = Object.fromEntries(Object.keys({ ...head, ...json }).map((name) => [name, before[name as 'slug']]));
    if (canonicalJson(stood) !== canonicalJson({ ...head, ...json })) {
      await db.course.update({ where: { id }, data });
      wrote.head++;
    }
  }
  await syncParts(ctx, id, course, wrote);
  return id;
}

/** Parts have no ids of their own: the first is the first. */
async function syncParts({ db, newId }: Ctx, courseId: string, { course }: CoursePackage, wrote: Tally): Promise<void> {
  const before = await db.part.findMany({ where: { courseId }, orderBy: { position: 'asc' } });
  for (const [i, { title: written }] of course.parts.entries()) {
    const title = inlineText(written);
    const part = before[i];
    if (part && part.title === title && part.position === i + 1) continue;
    wrote.head++;
    if (part) await db.part.update({ where: { id: part.id }, data: { title, position: i + 1 } });
    else await db.part.create({ data: { id: newId(), courseId, title, position: i + 1 } });
  }
  const gone = before.slice(course.parts.length).map(({ id }) => id);
  if (gone.length === 0) return;
  wrote.head++;
  await db.part.deleteMany({ where: { id: { in: gone } } });
}
