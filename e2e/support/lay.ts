import { execFileSync } from 'node:child_process';
import { site } from './site';

/**
 * Lays in the site's database what a spec needs, by a program of its own, and returns what it prints: the generated Prisma client
 * is a module, Playwright's files are not.
 */
export function lay<T>(program: string, ...words: readonly string[]): T {
  const { url, environment } = site();
  const env = { ...process.env, ...environment, NEXTAUTH_URL: url, LECTERN_URL: url };
  const all = ['--import', 'tsx', program, ...words];
  return JSON.parse(execFileSync(process.execPath, all, { env, encoding: 'utf8', maxBuffer: 1e7 })) as T;
}
