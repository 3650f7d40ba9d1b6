import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findShippedNode } from '../../serve/runtime.mjs';
import type { Errand, Load, LoadMessage } from './errand';
import { cpuMs } from './processes';

export interface Measured extends Load {
  /** CPU ms a request, of all trees together; null where it cannot be read. */
  readonly cpu: number | null;
  /** The same, tree by tree. */
  readonly cpuEach: readonly (number | null)[];
}

/** Runs an errand from a process of its own, and reads what the trees of processes `roots` used meanwhile. */
export async function measure(errand: Errand, roots: readonly number[]): Promise<Measured> {
  // On the Node that comes along, which reads what browsers read: zstd.
  const execPath = findShippedNode() ?? process.execPath;
  const child = fork(path.resolve('cli/bench/load/process.ts'), [], { execPath, execArgv: ['--import', 'tsx'] });
  const readAll = () => roots.map((root) => cpuMs(root));
  let before = readAll();
  const load = await new Promise<Load>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the load process ended with code ${code}`)));
    child.on('message', (message: LoadMessage) => {
      if (message.kind === 'measuring') before = readAll();
      else resolve(message.load);
    });
    child.send(errand);
  });
  const after = readAll();
  child.disconnect();
  const cpuEach = after.map((ms, i) =>
    ms === null || load.requests === 0 ? null : (ms - (before[i] ?? 0)) / load.requests,
  );
  const cpu = cpuEach.includes(null) ? null : cpuEach.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return { ...load, cpu, cpuEach };
}

/**
 * The measure that took the least CPU: whatever else works on the machine can only add to it. A wrong answer in any of them is
 * told. Throws for none.
 */
export function leastOf(rounds: readonly Measured[]): Measured {
  const [least] = [...rounds].sort((a, b) => (a.cpu ?? 0) - (b.cpu ?? 0));
  if (!least) throw new Error('nothing was measured');
  const bad = rounds.find(({ wrong }) => wrong !== null);
  return bad ? { ...least, wrong: bad.wrong, wrongs: bad.wrongs } : least;
}

/** The bare server's measure: the floor of this machine, at this moment. */
export async function measureFloor(
  databaseUrl: string,
  personIds: readonly string[],
  postgresPid: number,
  timing: Pick<Errand, 'connections' | 'warmUpMs' | 'measureMs'>,
): Promise<Measured> {
  const bare = fork(path.resolve('cli/bench/load/floor.ts'), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  try {
    const [port] = (await once(bare, 'message')) as [number];
    const requests = personIds.map(
      (id) => ({ method: 'GET', path: `/${id}`, headers: {}, status: 200, markers: [id] }) as const,
    );
    return await measure({ port, requests, once: false, ...timing }, [bare.pid ?? 0, postgresPid]);
  } finally {
    bare.disconnect();
  }
}
