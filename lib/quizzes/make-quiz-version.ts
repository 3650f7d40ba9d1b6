import type { Ctx } from '@/lib/kernel/ctx';
import { contentHash } from '@/lib/kernel/hash';
import type { QuizRules } from './schema';

/** The paper and the rules of a quiz. Points are milli-points; items stand in the author's order. */
export interface QuizPaper {
  readonly rules: QuizRules;
  readonly introHtml: string;
  readonly items: readonly { readonly questionId: string; readonly points: number }[];
}

/**
 * Makes this paper the quiz's version in force, and its grade column says the same points. A paper that is in force already
 * changes nothing. Attempts that run keep the version they began with. The caller holds the transaction.
 */
export async function makeQuizVersion(
  ctx: Ctx,
  quizId: string,
  { rules, introHtml, items }: QuizPaper,
): Promise<{ versionId: string; n: number; changed: boolean }> {
  const quiz = await ctx.db.quiz.findUniqueOrThrow({
    where: { id: quizId },
    include: { currentVersion: true, versions: { select: { n: true }, orderBy: { n: 'desc' }, take: 1 } },
  });
  const hash = contentHash({ rules, introHtml, items });
  if (quiz.currentVersion?.hash === hash) {
    return { versionId: quiz.currentVersion.id, n: quiz.currentVersion.n, changed: false };
  }
  const versionId = ctx.newId();
  const n = (quiz.versions[0]?.n ?? 0) + 1;
  const points = items.reduce((sum, item) => sum + item.points, 0);
  await ctx.db.quizVersion.create({
    data: { id: versionId, quizId, n, ...rules, introHtml, points, hash, createdAt: ctx.now },
  });
  await ctx.db.item.createMany({
    data: items.map((item, index) => ({ id: ctx.newId(), quizVersionId: versionId, position: index + 1, ...item })),
  });
  await ctx.db.quiz.update({ where: { id: quizId }, data: { currentVersionId: versionId } });
  await ctx.db.gradeColumn.upsert({
    where: { quizId },
    update: { title: rules.title, points },
    create: {
      id: ctx.newId(),
      courseId: quiz.courseId,
      kind: 'quiz',
      quizId,
      title: rules.title,
      points,
      position: quiz.position,
    },
  });
  return { versionId, n, changed: true };
}
