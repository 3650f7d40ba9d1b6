// The embedded PostgreSQL as a process: who it is, and how it is stopped. Plain JavaScript, because the server's own
// process uses it too, and that one runs without a TypeScript loader.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What postmaster.pid says: process id, port, and whether it takes connections. Null where there is no such file. */
export function readPidFile(folder) {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: (lines[7] ?? '').trim() === 'ready' };
  } catch {
    return null;
  }
}

function commandOf(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  if (process.platform === 'win32') return null;
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

/** 'ours' for a live PostgreSQL on this folder, 'gone' for no such process, 'other' for a pid that went to somebody else. */
export function whoIs(pid, folder) {
  if (!Number.isInteger(pid) || pid <= 0) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return 'gone';
  }
  try {
    const command = commandOf(pid);
    // By the folder's own path: a start through a link must know the PostgreSQL that another start began without it.
    return command === null || command.includes(`-D ${realpathSync(folder)} `) ? 'ours' : 'other';
  } catch {
    return 'gone';
  }
}

/** Stops the PostgreSQL of this folder, cutting its connections, and waits until it is gone. Harmless where none runs. */
export async function stopPostgres(folder, pgCtl) {
  const found = readPidFile(folder);
  if (!found || whoIs(found.pid, folder) !== 'ours') return;
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w'], { stdio: 'ignore' });
    return;
  }
  // SIGINT is a fast stop; SIGTERM would wait for every client to leave.
  process.kill(found.pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && whoIs(found.pid, folder) === 'ours'; waited += 20) await sleep(20);
}
