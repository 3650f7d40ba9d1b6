import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Explained } from '../explained';
import type { Binaries } from './binaries';
import { makeFolder, runAs } from './run-as';

export const USER = 'lectern';
const PASSWORD_FILE = 'lectern.password';

/** The superuser's password, kept inside the cluster's own folder (0700) so that neither can exist without the other. */
export const readPassword = (folder: string): string => readFileSync(path.join(folder, PASSWORD_FILE), 'utf8').trim();

function sweep(folder: string): void {
  const parent = path.dirname(folder);
  const unfinished = readdirSync(parent).filter((name) => name.startsWith(`${path.basename(folder)}.making-`));
  for (const name of unfinished) {
    const maker = Number(name.split('-').at(-1));
    try {
      process.kill(maker, 0);
    } catch {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

function explainInitdb(stderr: string, folder: string): Error {
  if (/No space left/i.test(stderr)) {
    return new Explained(
      `The disk is full: no room for a database in ${folder} (100 MB).`,
      'Free some space and start again.',
    );
  }
  return new Error(`initdb failed:\n${stderr.trim()}`);
}

/**
 * Makes a new cluster in `folder` if there is none. It is made under another name and renamed when whole, so an
 * interrupted start leaves nothing half-made, and of two starts at once the slower one takes what the faster one made.
 */
export function initialise(folder: string, binaries: Binaries, sync: boolean): void {
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  sweep(folder);
  const making = `${folder}.making-${process.pid}`;
  const password = randomBytes(24).toString('base64url');
  const as = runAs(making, binaries);
  makeFolder(making, as);
  const passwordFile = path.join(making, PASSWORD_FILE);
  const cluster = path.join(making, 'cluster');
  makeFolder(cluster, as);
  try {
    writeFileSync(passwordFile, password, { mode: 0o644 });
    const options = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const words = [
      binaries.initdb,
      '-D',
      cluster,
      '-U',
      USER,
      `--pwfile=${passwordFile}`,
      ...options,
      ...(sync ? [] : ['--no-sync']),
    ];
    const [command = '', ...rest] = [...as.prefix, ...words];
    const made = spawnSync(command, rest, { encoding: 'utf8', cwd: making, ...as.user });
    if (made.status !== 0) throw explainInitdb(made.stderr || String(made.error), folder);
    renameSync(passwordFile, path.join(cluster, PASSWORD_FILE));
    chmodSync(path.join(cluster, PASSWORD_FILE), 0o600);
    renameSync(cluster, folder);
  } catch (error) {
    if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}
