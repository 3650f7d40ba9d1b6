import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '@/lib/kernel/hash';

/** The files of a course's folder that belong to its text: path within it → content, line ends made alike. */
export type Files = ReadonlyMap<string, string>;

const TOP = [
  'course.yaml',
  'glossary.yaml',
  'cast.yaml',
  'timeline.yaml',
  'record.yaml',
  'on-the-source.md',
  'source-hashes.txt',
];
const FOLDERS: readonly [string, string][] = [
  ['lessons', '.md'],
  ['questions', '.yaml'],
  ['quizzes', '.yaml'],
];

/** Reads a course's folder. Throws where the folder does not exist. */
export function readFiles(folder: string): Files {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const names = TOP.filter((name) => existsSync(path.join(folder, name)));
  for (const [below, ending] of FOLDERS) {
    if (!existsSync(path.join(folder, below))) continue;
    const inside = readdirSync(path.join(folder, below)).filter(
      (name) => name.endsWith(ending) && !name.startsWith('.'),
    );
    names.push(...inside.sort().map((name) => `${below}/${name}`));
  }
  return new Map(names.map((name) => [name, clean(readFileSync(path.join(folder, name), 'utf8'))]));
}

const clean = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** One hash over all files: equal texts, equal hash. */
export const hashFiles = (files: Files): string => contentHash([...files]);

/** The files of a folder with this ending, in order of name. */
export const filesIn = (files: Files, below: string): [string, string][] =>
  [...files].filter(([name]) => name.startsWith(`${below}/`));
