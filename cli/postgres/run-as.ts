import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '../explained';

/** How a PostgreSQL program is started: words before the command, and the user that its data must belong to. */
export interface RunAs {
  readonly prefix: readonly string[];
  /** Set only where the process is given another user without help from a program. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

const NOBODY = 65534;
// A namespace in which root is called nobody: no account, no change of owner, and a 0700 home above is no obstacle.
const UNSHARE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
// Another user that keeps one right, to pass folders which only root may enter.
const setpriv = (uid: number, gid: number): string[] => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--',
];

function works(prefix: readonly string[]): boolean {
  // For tries by hand and for the tests: behave as where these programs are missing or forbidden.
  if ((process.env.LECTERN_WITHOUT ?? '').split(',').includes(prefix[0] ?? '')) return false;
  const [command = '', ...words] = prefix;
  return spawnSync(command, [...words, 'true'], { stdio: 'ignore' }).status === 0;
}

function giveTo(uid: number, gid: number, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) giveTo(uid, gid, full);
    else if (!entry.isSymbolicLink()) chownSync(full, uid, gid);
  }
  chownSync(folder, uid, gid);
}

function requireReachable(folder: string): void {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new Explained(
        `PostgreSQL refuses to run as root, and the user "nobody" cannot enter ${at}.`,
        'Start Lectern as an ordinary user, or set LECTERN_DATA to a folder that others can reach, e.g. /var/lib/lectern',
      );
    }
    if (at === path.dirname(at)) return;
  }
}

/**
 * PostgreSQL refuses to run as root. Chooses how to start it on the cluster in `folder` (which may not exist yet):
 * as it is for an ordinary user; for root in a user namespace, or as the data's owner, or as nobody.
 * Throws Explained where none of these can work.
 */
export function runAs(folder: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (process.platform !== 'linux') {
    throw new Explained(
      'PostgreSQL refuses to run as root.',
      'Start Lectern as an ordinary user, or set DATABASE_URL.',
    );
  }
  const owner = existsSync(folder) ? statSync(folder) : { uid: 0, gid: 0 };
  if (owner.uid === 0 && works(UNSHARE)) return { prefix: UNSHARE };

  const { uid, gid } = owner.uid === 0 ? { uid: NOBODY, gid: NOBODY } : owner;
  if (owner.uid === 0 && existsSync(folder)) giveTo(uid, gid, folder);
  const keepRight = setpriv(uid, gid);
  if (works(keepRight)) return { prefix: keepRight };

  mkdirSync(path.dirname(folder), { recursive: true });
  requireReachable(folder);
  return { prefix: [], user: { uid, gid } };
}

/** Makes an empty folder, 0700, that belongs to whoever `as` runs as. */
export function makeFolder(folder: string, as: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const uid = as.user?.uid ?? Number(/--reuid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN);
  if (Number.isInteger(uid)) chownSync(folder, uid, uid);
}
