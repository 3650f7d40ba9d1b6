import type { CoursePackage, QuestionText } from './package';

/**
 * The part of a course that can be loaded: lessons that course.yaml names and that are there, questions that can be asked and cite
 * a passage that exists, quizzes of such questions. Of a course without problems, all of it.
 */
export function soundPart(course: CoursePackage): CoursePackage {
  const named = new Set(course.course.parts.flatMap((part) => part.lessons));
  const passages = new Set<string>();
  const lessons = distinct(course.lessons, ['id', 'slug'])
    .filter(({ id }) => named.has(id))
    .map((lesson) => ({
      ...lesson,
      blocks: lesson.blocks.filter((block) => {
        if (block.kind === 'heading') return true;
        const isNew = !passages.has(block.id);
        passages.add(block.id);
        return isNew;
      }),
    }));
  const lessonIds = new Set(lessons.map(({ id }) => id));
  const objectives = new Set(course.course.objectives.map(({ id }) => id));
  const questions = distinct(course.questions, ['id']).flatMap((question): QuestionText[] => {
    const cites = question.cites.filter((id) => passages.has(id));
    const objective = question.objective !== null && objectives.has(question.objective) ? question.objective : null;
    return question.content && cites.length > 0 ? [{ ...question, cites, objective }] : [];
  });
  const questionIds = new Set(questions.map(({ id }) => id));
  const checked = new Set<string>();
  const quizzes = distinct(course.quizzes, ['id', 'slug']).flatMap((quiz) => {
    const items = quiz.items.filter(({ question }) => questionIds.has(question));
    const isCheck = quiz.kind === 'check';
    if (items.length === 0 || (isCheck && (!quiz.lesson || !lessonIds.has(quiz.lesson) || checked.has(quiz.lesson)))) {
      return [];
    }
    if (quiz.lesson) checked.add(quiz.lesson);
    return [{ ...quiz, items }];
  });
  return { ...course, lessons, questions, quizzes };
}

/** The first of those that are alike in one of the fields. */
function distinct<T, K extends keyof T>(list: readonly T[], fields: readonly K[]): T[] {
  const seen = fields.map(() => new Set<unknown>());
  return list.filter((item) => {
    const isNew = fields.every((field, i) => !seen[i]?.has(item[field]));
    if (isNew) fields.forEach((field, i) => void seen[i]?.add(item[field]));
    return isNew;
  });
}
