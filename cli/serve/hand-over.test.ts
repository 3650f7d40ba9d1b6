import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-hand-over-'));
const first = path.join(folder, 'first.mjs');
const second = path.join(folder, 'second.mjs');
const started: ChildProcess[] = [];

beforeAll(() => {
  const handOver = JSON.stringify(path.resolve('cli', 'serve', 'hand-over.mjs'));
  writeFileSync(
    first,
    `import { handOver } from ${handOver};
    const passOn = handOver(process.execPath, ${JSON.stringify(second)}, process.argv.slice(2));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal));`,
  );
  // Ends with 40 and more, after what stands for a server that ends in order.
  writeFileSync(
    second,
    `const [word] = process.argv.slice(2);
    const leave = (why, code) => setTimeout(() => { console.log(why); process.exit(code); }, 100);
    for (const [i, signal] of ['SIGINT', 'SIGTERM', 'SIGHUP'].entries()) process.on(signal, () => leave(signal, 40 + i));
    process.on('disconnect', () => leave('alone', 50));
    console.log(JSON.stringify({ flags: process.execArgv, word }));
    if (word === 'leave') leave('left', 7);
    if (word === 'crash') process.kill(process.pid, 'SIGKILL');`,
  );
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Start {
  readonly process: ChildProcess;
  readonly second: { flags: string[]; word: string };
  readonly printed: () => string;
  /** Once nobody writes to its output any more, which is when both are gone. */
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
}

async function start(word = ''): Promise<Start> {
  const child = spawn(process.execPath, ['--max-old-space-size=99', first, word], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  await once(child.stdout, 'data');
  return { process: child, second: JSON.parse(printed.split('\n')[0] ?? ''), printed: () => printed, ended };
}

describe('An operator whose site runs on the Node that comes along', () => {
  it('has it run with the flags and words of the start, and learns its exit code', async () => {
    const { second, ended } = await start('leave');
    expect(second).toEqual({ flags: ['--max-old-space-size=99'], word: 'leave' });
    expect(await ended).toEqual({ code: 7, signal: null });
  });

  it('learns that the system killed it', async () => {
    expect(await (await start('crash')).ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it.each([
    ['SIGINT', 40],
    ['SIGTERM', 41],
    ['SIGHUP', 42],
  ] as const)('ends it in order with %s', async (signal, code) => {
    const site = await start();
    site.process.kill(signal);
    expect(await site.ended).toEqual({ code, signal: null });
    expect(site.printed()).toMatch(new RegExp(`^${signal}$`, 'm'));
  });

  it('leaves nothing behind with kill -9', async () => {
    const site = await start();
    site.process.kill('SIGKILL');
    expect(await site.ended).toEqual({ code: null, signal: 'SIGKILL' });
    expect(site.printed()).toMatch(/^alone$/m);
  });
});
