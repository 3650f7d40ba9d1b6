import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../postgres/start-or-adopt';

/** Seconds from `npm start` to ready: in a clean clone with an empty package cache, and the second time. */
export async function measureStarts(): Promise<{ cold: number; warm: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-cold-'));
  try {
    const clone = await new Promise<number>((resolve) =>
      spawn('git', ['clone', '-q', process.cwd(), path.join(folder, 'lectern')], { stdio: 'inherit' }).once(
        'close',
        (code) => resolve(code ?? 1),
      ),
    );
    if (clone !== 0) throw new Error('git could not clone this folder');
    return { cold: await start(folder), warm: await start(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string): Promise<number> {
  const port = String(await freePort());
  const environment = { ...process.env };
  for (const name of ['DATABASE_URL', 'NODE_ENV', 'NEXTAUTH_URL', 'LECTERN_URL']) delete environment[name];
  const began = performance.now();
  const child = spawn(process.execPath, ['cli/start.mjs'], {
    cwd: path.join(folder, 'lectern'),
    env: {
      ...environment,
      PORT: port,
      npm_config_cache: path.join(folder, 'cache'),
      LECTERN_DATA: path.join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const ready = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Lectern is ready at')) resolve((performance.now() - began) / 1_000);
    });
    child.once('exit', () => reject(new Error(`the start ended:\n${printed}`)));
  });
  const seconds = await ready;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return seconds;
}
