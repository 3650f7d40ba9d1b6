import { checkCourse } from '@/lib/course-package/check/check-course';
import { problemLine } from '@/lib/course-package/problem';
import { oneFolder, readArguments } from './arguments';
import type { Command } from './command';
import { fingerprintOf, openFolder } from './open-folder';
import { withDatabase } from './with-database';

export const courseSync: Command = {
  name: 'course sync',
  usage: '<folder> [--incomplete]',
  about:
    'Loads a course into the database; again after each change. --incomplete loads what is sound of a course with problems.',
  run: async (given) => {
    const { words, options } = readArguments(given, [], ['incomplete']);
    const folder = oneFolder(words);
    const files = openFolder(folder);
    const { course, problems } = checkCourse(files);
    for (const problem of problems) console.error(problemLine(problem));
    if (!course || (problems.length > 0 && !options.has('incomplete'))) {
      console.error(`\n${folder} has problems and was not loaded. Mend them, or load what is sound with --incomplete.`);
      return 1;
    }
    return withDatabase(async (ctx) => {
      const { syncCourse } = await import('@/lib/course-package/sync/sync-course');
      const { reportLine } = await import('@/lib/course-package/sync/report');
      const result = await syncCourse(ctx, course, { fingerprint: fingerprintOf(files) });
      if (!result.ok) {
        console.error(result.message);
        return 1;
      }
      console.log(`${course.course.slug}: ${reportLine(result.value)}.`);
      return 0;
    });
  },
};
