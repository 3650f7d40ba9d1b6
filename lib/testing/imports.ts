import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Imported files of this repository, from its root and without extension; packages are left out. */
  readonly imports: readonly string[];
  /** Those of them that are there when the program runs: `import type` is not. */
  readonly atRunTime: readonly string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const TYPES_ONLY = /^\s*(?:import|export)\s+type\b/;
const SOURCE = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/** Every source file that git tracks or would track, generated code and bare declarations apart. */
export function sourceFiles(): string[] {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', ...SOURCE.map((ending) => `*.${ending}`)];
  const listed = execFileSync('git', words, { encoding: 'utf8' });
  return [...new Set(listed.split('\n').filter(Boolean))].filter((file) => !/\.d\.m?ts$/.test(file));
}

export const readSource = (file: string): SourceFile => parseSource(file, readFileSync(file, 'utf8'));

export function parseSource(file: string, text: string): SourceFile {
  const found = [...text.matchAll(IMPORT)].flatMap((match) => {
    const imported = resolve(file, match[1] ?? match[2] ?? match[3] ?? '');
    return imported === null ? [] : [{ imported, atRunTime: !TYPES_ONLY.test(match[0]) }];
  });
  return {
    file,
    text,
    imports: found.map((each) => each.imported),
    atRunTime: found.filter((each) => each.atRunTime).map((each) => each.imported),
  };
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  return null;
}
