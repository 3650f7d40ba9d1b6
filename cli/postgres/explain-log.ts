import { Explained } from '../explained';

// What passes by itself: children of a killed server still ending, another start being faster, a port taken meanwhile.
const PASSING =
  /pre-existing shared memory block|lock file "postmaster.pid" already exists|is another postmaster|Address already in use/;

/** True where the same start, tried again in a moment, is likely to succeed. */
export const isPassing = (words: string): boolean => PASSING.test(words);

/** Turns the last words of a PostgreSQL that would not start into what happened and what to do. */
export function explainLog(words: string, folder: string): Explained {
  if (/No space left on device|disk full/i.test(words)) {
    return new Explained(
      `The disk is full: PostgreSQL could not start in ${folder}.`,
      'Free some space and start again; nothing is lost.',
    );
  }
  const version = /initialized by PostgreSQL version (\d+)/.exec(words)?.[1];
  if (version) {
    return new Explained(
      `The data in ${folder} was made by PostgreSQL ${version}, and this Lectern carries another version.`,
      'Make a backup with the Lectern that made it and restore it here, or set LECTERN_DATA to a new folder.',
    );
  }
  if (/wrong ownership|could not (open|access) (file|directory)[^\n]*Permission denied/.test(words)) {
    return new Explained(
      `The data in ${folder} belongs to another user.`,
      'Start Lectern as the user who made it (root or not), or set LECTERN_DATA to a folder of your own.',
    );
  }
  if (/invalid permissions/.test(words)) {
    return new Explained(`Others may read the data in ${folder}.`, `Close it (chmod 700 ${folder}) and start again.`);
  }
  if (/could not create shared memory|could not map anonymous shared memory|Cannot allocate memory/.test(words)) {
    return new Explained(
      'There is not enough memory for PostgreSQL.',
      'It needs about 150 MB; end something else and start again.',
    );
  }
  const tail = words.trim().split('\n').slice(-6).join('\n');
  return new Explained(`PostgreSQL would not start in ${folder}:\n${tail}`, `Its log is ${folder}.log`);
}
