import { decideAgain } from '@/lib/grading/decide-again';
import type { Ctx } from '@/lib/kernel/ctx';
import { canonicalJson } from '@/lib/kernel/hash';
import { inlineText } from '@/lib/passages/markdown';
import { makeQuizVersion } from '@/lib/quizzes/make-quiz-version';
import { QuizRules } from '@/lib/quizzes/schema';
import type { CoursePackage, QuizText } from '../package';
import { renderIntro } from '../render/render-quiz';
import type { Tally } from './report';

/** Quizzes, their rules, papers and grade columns. What an instructor set (quiz.settings) wins over the course's text. */
export async function syncQuizzes(
  ctx: Ctx,
  courseId: string,
  course: CoursePackage,
  address: (id: string) => string | null,
  questions: ReadonlyMap<string, string>,
  wrote: Tally,
): Promise<void> {
  const { db } = ctx;
  const before = await db.quiz.findMany({ where: { courseId } });
  const lessons = new Map(
    (await db.lesson.findMany({ where: { courseId }, select: { id: true, key: true } })).map(({ id, key }) => [
      key,
      id,
    ]),
  );
  await freeAddresses(ctx, before, course);
  for (const [i, quiz] of inOrder(course).entries()) {
    const stood = before.find(({ key }) => key === quiz.id);
    const id = stood?.id ?? ctx.newId();
    const textRules = rulesOf(quiz);
    const data = {
      slug: quiz.slug,
      kind: quiz.kind,
      lessonId: (quiz.kind === 'check' && quiz.lesson && lessons.get(quiz.lesson)) || null,
      position: i + 1,
      textRules,
    };
    if (!stood) {
      await db.quiz.create({ data: { id, courseId, key: quiz.id, ...data } });
      wrote.head++;
    } else if (stood.hiddenAt || canonicalJson({ ...stood, ...data }) !== canonicalJson(stood)) {
      await db.quiz.update({ where: { id }, data: { ...data, hiddenAt: null } });
      if (stood.hiddenAt) wrote.shownAgain++;
      else wrote.head++;
    }
    const items = quiz.items.flatMap(({ question, points }) => {
      const questionId = questions.get(question);
      return questionId ? [{ questionId, points: Math.round(points * 1000) }] : [];
    });
    const rules = QuizRules.parse({ ...textRules, ...((stood?.settings as object | undefined) ?? {}) });
    const { changed } = await makeQuizVersion(ctx, id, { rules, introHtml: renderIntro(course, quiz, address), items });
    if (changed) wrote.quizVersions++;
    if (changed && stood) await decideAgain(ctx, id, { reason: 'The course’s text changed the rules or points' });
    if (stood && stood.position !== data.position) {
      await db.gradeColumn.updateMany({ where: { quizId: id }, data: { position: data.position } });
    }
  }
  const gone = before.filter(({ key, hiddenAt }) => !hiddenAt && !course.quizzes.some(({ id }) => id === key));
  if (gone.length === 0) return;
  await db.quiz.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { hiddenAt: ctx.now } });
  wrote.hidden += gone.length;
}

/** The rules that a quiz's text gives. */
export const rulesOf = (quiz: QuizText): QuizRules => ({
  title: inlineText(quiz.title),
  attemptsAllowed: quiz.attempts === 'unlimited' ? null : quiz.attempts,
  counts: quiz.counts,
  timeLimitSeconds: quiz['time-limit'] === 'none' ? null : Math.round(quiz['time-limit'] * 60),
  shuffle: quiz.shuffle,
  showScore: quiz['show-score'],
  showKey: quiz['show-key'],
});

/** Checks in the order of their lessons, then the others. */
function inOrder({ quizzes, lessons }: CoursePackage): QuizText[] {
  const place = ({ kind, lesson }: QuizText) =>
    kind === 'check' ? lessons.findIndex(({ id }) => id === lesson) : lessons.length;
  return [...quizzes].sort((a, b) => place(a) - place(b));
}

/** An address that another quiz wants now is given up first: two quizzes may exchange theirs. */
async function freeAddresses(
  { db }: Ctx,
  before: readonly { id: string; key: string; slug: string }[],
  course: CoursePackage,
) {
  for (const { id, key, slug } of before) {
    const wanted = course.quizzes.some((quiz) => quiz.slug === slug && quiz.id !== key);
    if (wanted) await db.quiz.update({ where: { id }, data: { slug: key } });
  }
}
