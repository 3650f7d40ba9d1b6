import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** A process that meets two errors, and then ends by itself, telling how much CPU time (ms) it took after them. */
const PROGRAM = `
  import { outliveErrors } from '${path.resolve('cli', 'serve', 'outlive-errors.mjs')}';
  outliveErrors();
  process.send('begun');
  process.once('message', () => {
    setTimeout(() => { throw new Error('nobody caught this') }, 1);
    setTimeout(() => { Promise.reject(new Error('nor this')) }, 1);
    const before = process.cpuUsage();
    setTimeout(() => {
      const { user, system } = process.cpuUsage(before);
      process.send((user + system) / 1000, () => process.exit(0));
    }, 1000);
  });`;

async function run(close: boolean) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let told = '';
  child.stderr?.on('data', (part) => (told += String(part)));
  await once(child, 'message');
  if (close) {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
  child.send('go on');
  const [cpu] = (await once(child, 'message')) as [number];
  const [code] = (await once(child, 'exit')) as [number | null];
  return { told, cpu, code };
}

describe('A server that meets an error that nobody caught', () => {
  it('tells it and goes on', async () => {
    const { told, code } = await run(false);
    expect(told).toContain('nobody caught this');
    expect(told).toContain('nor this');
    expect(code).toBe(0);
  });

  it('goes on, and does nothing else, where nobody is left to be told', async () => {
    const { cpu, code } = await run(true);
    expect(code).toBe(0);
    // Of a second; telling for ever that nothing can be told took all of it.
    expect(cpu).toBeLessThan(500);
  });
});
