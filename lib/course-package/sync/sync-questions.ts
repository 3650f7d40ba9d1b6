import type { Ctx } from '@/lib/kernel/ctx';
import { contentHash } from '@/lib/kernel/hash';
import type { Prisma } from '@/lib/kernel/prisma';
import type { CoursePackage, QuestionText } from '../package';
import { type RenderedQuestion, renderQuestion } from '../render/render-question';
import type { Tally } from './report';
import type { StoredPassage } from './sync-passages';

/** The course's bank: questions, their versions and citations. Returns the ids of the rows by the questions' keys. */
export async function syncQuestions(
  ctx: Ctx,
  courseId: string,
  course: CoursePackage,
  address: (id: string) => string | null,
  passages: ReadonlyMap<string, StoredPassage>,
  wrote: Tally,
): Promise<Map<string, string>> {
  const { db } = ctx;
  const bankId = await bankOf(ctx, courseId, course.course.title);
  const before = await db.question.findMany({
    where: { bankId },
    include: { currentVersion: { select: { n: true, hash: true } } },
  });
  const ids = new Map<string, string>();
  for (const question of course.questions) {
    const stood = before.find(({ key }) => key === question.id);
    const id = stood?.id ?? ctx.newId();
    ids.set(question.id, id);
    if (!stood) await db.question.create({ data: { id, bankId, key: question.id } });
    else if (stood.hiddenAt) {
      await db.question.update({ where: { id }, data: { hiddenAt: null } });
      wrote.shownAgain++;
    }
    const rendered = renderQuestion(course, question, address);
    const hash = contentHash({ ...rendered, cites: question.cites });
    if (stood?.currentVersion?.hash === hash) continue;
    await writeVersion(ctx, id, (stood?.currentVersion?.n ?? 0) + 1, hash, rendered, question, passages);
    wrote.questionVersions++;
  }
  const gone = before.filter(({ key, hiddenAt }) => !ids.has(key) && !hiddenAt).map(({ id }) => id);
  if (gone.length > 0) {
    await db.question.updateMany({ where: { id: { in: gone } }, data: { hiddenAt: ctx.now } });
    wrote.hidden += gone.length;
  }
  return ids;
}

async function bankOf({ db, newId }: Ctx, courseId: string, title: string): Promise<string> {
  const bank = await db.questionBank.findFirst({ where: { courseId }, orderBy: { id: 'asc' }, select: { id: true } });
  return bank?.id ?? (await db.questionBank.create({ data: { id: newId(), courseId, title } })).id;
}

async function writeVersion(
  ctx: Ctx,
  questionId: string,
  n: number,
  hash: string,
  { content, ...rest }: RenderedQuestion,
  { cites }: QuestionText,
  passages: ReadonlyMap<string, StoredPassage>,
): Promise<void> {
  const { db } = ctx;
  const id = ctx.newId();
  await db.questionVersion.create({
    // Parsed content is plain JSON; its type is known to the registry only.
    data: {
      id,
      questionId,
      n,
      hash,
      ...rest,
      content: content as unknown as Prisma.InputJsonObject,
      createdAt: ctx.now,
    },
  });
  await db.question.update({ where: { id: questionId }, data: { currentVersionId: id } });
  const anchors = cites.flatMap((key) => {
    const passage = passages.get(key);
    return passage
      ? [{ id: ctx.newId(), lessonId: passage.lessonId, passageId: passage.id, madeForId: passage.versionId }]
      : [];
  });
  await db.anchor.createMany({ data: anchors });
  await db.citation.createMany({
    data: anchors.map((anchor, i) => ({ questionVersionId: id, position: i + 1, anchorId: anchor.id })),
  });
}
