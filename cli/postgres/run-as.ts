import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '../explained';
import type { Binaries } from './binaries';

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

/** Proves that "nobody" can pass every folder on the way to `target`. Throws Explained, naming the one that is closed. */
function requireReachable(target: string, todo: string): void {
  for (let at = path.dirname(target); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new Explained(`PostgreSQL refuses to run as root, and the user "nobody" cannot enter ${at}.`, todo);
    }
    if (at === path.dirname(at)) return;
  }
}

/** The last resort: another user without any right of root's, so our own two folders let it pass (to enter, not to list). */
function asAnotherUser(folder: string, binaries: Binaries, user: { uid: number; gid: number }): RunAs {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  for (const own of [parent, path.dirname(parent)]) chmodSync(own, 0o711);
  const elsewhere = 'where others can pass, e.g. /var/lib/lectern';
  requireReachable(folder, `Start Lectern as an ordinary user, or set LECTERN_DATA to a folder ${elsewhere}`);
  requireReachable(binaries.postgres, `Start Lectern as an ordinary user, or move it ${elsewhere}`);
  return { prefix: [], user };
}

/**
 * PostgreSQL refuses to run as root. Chooses how to start it on the cluster in `folder` (which may not exist yet):
 * as it is for an ordinary user; for root in a user namespace, or as the data's owner, or as nobody.
 * Throws Explained where none of these can work.
 */
export function runAs(folder: string, binaries: Binaries): RunAs {
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

  return asAnotherUser(folder, binaries, { uid, gid });
}

/** Makes an empty folder, 0700, that belongs to whoever `as` runs as. */
export function makeFolder(folder: string, as: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const uid = as.user?.uid ?? Number(/--reuid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN);
  if (Number.isInteger(uid)) chownSync(folder, uid, uid);
}
