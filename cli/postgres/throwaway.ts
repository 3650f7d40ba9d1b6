import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBinaries } from './binaries';
import { stopPostgres } from './process.mjs';
import { startOrAdopt } from './start-or-adopt';

export interface Throwaway {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function discard(folder: string): Promise<void> {
  await stopPostgres(path.join(folder, 'postgres'), findBinaries().pgCtl);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends and removes what runs of the same kind left behind when they were killed. */
async function sweep(parent: string, kind: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const [, pid] = new RegExp(`^${kind}-(\\d+)$`).exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) await discard(path.join(parent, name));
  }
}

/**
 * A PostgreSQL for tests in `.test/<kind>-<pid>/postgres`, gone after `stop()`; fast and careless with its data unless
 * `durable`. What an earlier run was killed over is swept away first.
 */
export async function startThrowaway(kind: string, { durable = false } = {}): Promise<Throwaway> {
  const parent = path.resolve('.test');
  mkdirSync(parent, { recursive: true });
  await sweep(parent, kind);
  const folder = path.join(parent, `${kind}-${process.pid}`);
  const { url } = await startOrAdopt(path.join(folder, 'postgres'), { durable });
  return { url, folder, stop: () => discard(folder) };
}
