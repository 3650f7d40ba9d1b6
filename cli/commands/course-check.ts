import { checkCourse } from '@/lib/course-package/check/check-course';
import { problemLine } from '@/lib/course-package/problem';
import { oneFolder, readArguments } from './arguments';
import type { Command } from './command';
import { openFolder } from './open-folder';

export const courseCheck: Command = {
  name: 'course check',
  usage: '<folder>',
  about: 'Tells every problem of a course: file and line, what was found, what to write instead.',
  run: async (given) => {
    const folder = oneFolder(readArguments(given, []).words);
    const { course, problems } = checkCourse(openFolder(folder));
    for (const problem of problems) console.log(problemLine(problem));
    if (problems.length > 0) {
      console.log(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${folder}.`);
      return 1;
    }
    const { lessons = [], questions = [], quizzes = [] } = course ?? {};
    console.log(
      `${folder}: ${lessons.length} lessons, ${questions.length} questions, ${quizzes.length} quizzes, no problems.`,
    );
    return 0;
  },
};
