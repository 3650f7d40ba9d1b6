import type { CoursePackage } from '../package';
import { inOrder, type Problem } from '../problem';
import type { Files } from '../read/folder';
import { readPackage } from '../read/read-package';

/** A course's text and everything that is wrong with it, by file and line. */
export interface CheckedCourse {
  readonly course: CoursePackage | null;
  readonly problems: readonly Problem[];
}

/** Reads a course from its files and tells all problems, not only the first. */
export function checkCourse(files: Files): CheckedCourse {
  const { course, problems } = readPackage(files);
  return { course, problems: inOrder(problems) };
}
