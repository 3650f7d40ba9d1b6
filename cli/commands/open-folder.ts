import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Files, hashFiles, readFiles } from '@/lib/course-package/read/folder';
import { contentHash } from '@/lib/kernel/hash';
import { Explained } from '../explained';

/** The files of a course's folder. Throws Explained where there is none. */
export function openFolder(folder: string): Files {
  try {
    return readFiles(folder);
  } catch (error) {
    throw new Explained(
      error instanceof Error ? error.message : String(error),
      'Name the folder that holds course.yaml.',
    );
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What decides how a text is stored: when these change, an unchanged text is loaded again. */
const CODE = ['lib/course-package', 'lib/passages', 'lib/question-types'];

/** One hash of a course's text and of the code that loads it. */
export const fingerprintOf = (files: Files): string => contentHash([hashFiles(files), ...CODE.map(hashCode)]);

function hashCode(folder: string): string {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .sort();
  return contentHash(names.map((name) => [name, readFileSync(path.join(ROOT, folder, name), 'utf8')]));
}
