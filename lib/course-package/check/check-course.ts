import type { CoursePackage } from '../package';
import { inOrder, type Problem, type Tell } from '../problem';
import type { Files } from '../read/folder';
import { readPackage } from '../read/read-package';
import { checkCoverage } from './check-coverage';
import { checkIds } from './check-ids';
import { checkMarkdown } from './check-markdown';
import { checkQuizzes } from './check-quizzes';
import { checkReferences } from './check-references';
import { checkWording } from './check-wording';

/** A course's text and everything that is wrong with it, by file and line. */
export interface CheckedCourse {
  /** Null where course.yaml could not be read, or has no id, slug and title: such a course cannot be loaded. */
  readonly course: CoursePackage | null;
  readonly problems: readonly Problem[];
}

const CHECKS: readonly ((course: CoursePackage, tell: Tell) => void)[] = [
  checkIds,
  checkReferences,
  checkMarkdown,
  checkQuizzes,
  checkCoverage,
  checkWording,
];

/** Reads a course from its files and tells all problems, not only the first. */
export function checkCourse(files: Files): CheckedCourse {
  const { course, hasHead, problems: unreadable } = readPackage(files);
  const problems: Problem[] = [...unreadable];
  const tell: Tell = ({ file, line }, found, instead) => void problems.push({ file, line, found, instead });
  if (course) for (const check of CHECKS) check(course, tell);
  return { course: hasHead ? course : null, problems: inOrder(problems) };
}
