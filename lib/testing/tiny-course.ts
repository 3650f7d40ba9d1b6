import path from 'node:path';
import { type Files, readFiles } from '@/lib/course-package/read/folder';

export const TINY_COURSE = path.join(import.meta.dirname, 'tiny-course');

/** A change to one file of a course: these words for those. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly write: string;
}

/** The tiny course, with edits. Throws where an edit's words are not found exactly once. */
export function tinyCourse(edits: readonly Edit[] = [], more: Readonly<Record<string, string | null>> = {}): Files {
  const files = new Map(readFiles(TINY_COURSE));
  for (const { file, find, write } of edits) {
    const text = files.get(file) ?? '';
    if (text.split(find).length !== 2) throw new Error(`${file} does not have “${find}” exactly once.`);
    files.set(
      file,
      text.replace(find, () => write),
    );
  }
  for (const [file, text] of Object.entries(more)) {
    if (text === null) files.delete(file);
    else files.set(file, text);
  }
  return files;
}
