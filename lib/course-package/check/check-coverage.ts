import type { CoursePackage } from '../package';
import type { Tell } from '../problem';

/** Passages that no question tests and that are not marked as background. Only lessons that have a check are looked at. */
export function checkCoverage(course: CoursePackage, tell: Tell): void {
  const cited = new Set(course.questions.flatMap(({ cites }) => cites));
  const checked = new Set(course.quizzes.flatMap(({ kind, lesson }) => (kind === 'check' && lesson ? [lesson] : [])));
  for (const { id, blocks } of course.lessons) {
    if (!checked.has(id)) continue;
    for (const block of blocks) {
      if (block.kind === 'heading' || block.origin.background || cited.has(block.id)) continue;
      tell(
        block.place,
        `the passage ${block.id}, which no question cites`,
        'Cite it in a question, or mark it background.',
      );
    }
  }
}
