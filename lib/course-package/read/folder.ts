import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

/** Whether a file is part of a course's text, by its path within the folder. */
export const isKnown = (name: string): boolean =>
  TOP.includes(name) || FOLDERS.some(([below, ending]) => path.dirname(name) === below && name.endsWith(ending));

/** Files that are no part of it and look as if they were meant to be: "questions/two.yml", "glosary.yaml". */
const isStray = (name: string): boolean =>
  FOLDERS.some(([below]) => name.startsWith(`${below}/`)) ||
  (/\.(?:ya?ml|md)$/.test(name) && !/(?:^|\/)README\.md$/i.test(name));

/** Reads a course's folder; of strays only the names. Throws where the folder does not exist. */
export function readFiles(folder: string): Files {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !/(?:^|\/)\./.test(name) && (isKnown(name) || isStray(name)));
  const text = (name: string) => (isKnown(name) ? clean(readFileSync(path.join(folder, name), 'utf8')) : '');
  return new Map(names.sort().map((name) => [name, text(name)]));
}

const clean = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** One hash over all files: equal texts, equal hash. */
export const hashFiles = (files: Files): string => contentHash([...files]);

/** The files of a folder that belong to the text, in order of name. */
export const filesIn = (files: Files, below: string): [string, string][] =>
  [...files].filter(([name]) => isKnown(name) && name.startsWith(`${below}/`));
