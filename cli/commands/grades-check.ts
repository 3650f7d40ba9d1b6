import { readArguments } from './arguments';
import type { Command } from './command';
import { withDatabase } from './with-database';

export const gradesCheckCommand: Command = {
  name: 'grades check',
  usage: '',
  about: 'Scores every attempt again and decides every grade again; names each stored value that differs.',
  run: async (given) => {
    readArguments(given, []);
    const { attempts, items, grades, erased, differences } = await withDatabase(async (ctx) => {
      const { gradesCheck } = await import('@/lib/grading/check-grades');
      return gradesCheck(ctx);
    });
    for (const { where, attemptId, enrolmentId, what } of differences) {
      console.log(`${where} (${attemptId ? `attempt ${attemptId}` : `enrolment ${enrolmentId}`}): ${what}`);
    }
    const aside = erased > 0 ? ` (${erased} responses erased on request, their scores kept)` : '';
    console.log(
      `Checked ${attempts} attempts, ${items} items, ${grades} grades${aside}: ${differences.length} differences.`,
    );
    if (attempts === 0) console.log('There is no ended attempt yet, so nothing was proved.');
    return differences.length > 0 ? 1 : 0;
  },
};
