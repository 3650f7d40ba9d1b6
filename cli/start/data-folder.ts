import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained, explainSystem } from '../explained';

const NEEDED_MB = 200;

/** Makes the data folder (0700) and proves that it can be written and has room. Throws Explained where not. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x'.repeat(8192));
    rmSync(probe);
  } catch (error) {
    // What Node says of a read-only file system when it makes several folders at once is ENOENT.
    const code = (error as NodeJS.ErrnoException).code === 'ENOENT' ? { code: 'EROFS', path: folder } : {};
    throw explainSystem(Object.assign(error as Error, code), folder);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < NEEDED_MB) {
    throw new Explained(
      `The disk is nearly full: ${free} MB are free for ${folder}, and at least ${NEEDED_MB} MB are needed.`,
      'Free some space, or set LECTERN_DATA to a folder on another disk.',
    );
  }
}

/** The site's secret: the given one, else that of `<data>/secret` (0600), which is made at random where there is none. */
export function readSecret(folder: string, given: string | undefined): string {
  if (given) {
    if (given.length >= 32) return given;
    throw new Explained(
      'NEXTAUTH_SECRET is shorter than 32 characters.',
      'Unset it: Lectern then makes a secret of its own.',
    );
  }
  const file = path.join(folder, 'secret');
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'w' });
    // A link fails where the name is taken, so of two first starts at once both go on with one secret.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explainSystem(error, file);
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) {
    throw new Explained(
      `${file} holds no secret of 32 characters or more.`,
      'Delete it; a new one is made, and everybody signs in again.',
    );
  }
  return secret;
}
