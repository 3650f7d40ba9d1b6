import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { readPidFile, stopPostgres, whoIs } from '../cli/postgres/process.mjs';
import { freePort } from '../cli/postgres/start-or-adopt';
import { findShippedNode } from '../cli/serve/runtime.mjs';

// The start command itself, on the build that this run made, with data of its own. No page is visited.
test.describe.configure({ mode: 'serial' });

const data = mkdtempSync(path.join(tmpdir(), 'lectern-start-'));
const postgres = path.join(data, 'live', 'postgres');
let port = 0;

interface Start {
  readonly process: ChildProcess;
  /** Everything that it printed. */
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
}

function start(environment: Record<string, string> = {}): Start {
  const child = spawn(process.execPath, ['--max-old-space-size=512', 'cli/start.mjs'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      HOST: '',
      DATABASE_URL: '',
      LECTERN_URL: '',
      LECTERN_DEMO: '0',
      LECTERN_DATA: data,
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives it.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  return { process: child, printed: () => printed, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

/** Sends a signal to every process of a start, as Ctrl-C does; its PostgreSQL has a group of its own. */
function killAll(start: Start, signal: NodeJS.Signals): void {
  process.kill(-(start.process.pid ?? Number.NaN), signal);
}

async function startReady(environment?: Record<string, string>): Promise<Start> {
  const started = start(environment);
  const line = `Lectern is ready at http://127.0.0.1:${port}`;
  await Promise.race([expect.poll(started.printed, { timeout: 60_000 }).toContain(line), started.ended]);
  expect(started.printed().trim().split('\n').at(-1)).toBe(line);
  return started;
}

const isUp = (): Promise<number> =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (answer) => answer.status,
    () => 0,
  );

test.beforeAll(async () => {
  port = await freePort();
});

test.afterAll(async () => {
  await stopPostgres(postgres, '');
  rmSync(data, { recursive: true, force: true });
});

test('an operator starts a live site, and SIGTERM ends it together with its database', async () => {
  const site = await startReady();
  expect(await isUp()).toBe(200);
  // The build that these tests run on is the one that a start takes: built anew under a running site, its pages lose their looks.
  expect(site.printed()).toMatch(/Build the site.*unchanged/);
  expect(statSync(path.join(data, 'secret')).mode & 0o777).toBe(0o600);
  // No default accounts: a link, good once, that makes whoever runs the site.
  const link = new RegExp(`http://127.0.0.1:${port}/first-admin/[\\w-]{43}$`, 'm').exec(site.printed())?.[0] ?? '';
  expect(await fetch(link).then((answer) => answer.status)).toBe(200);
  expect(existsSync(path.join(data, 'demo-accounts.json'))).toBe(false);
  const signIn = await fetch(`http://127.0.0.1:${port}/sign-in`).then((answer) => answer.text());
  expect(signIn).toContain('name="password"');
  expect(signIn).not.toContain('name="role"');
  site.process.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  expect(await isUp()).toBe(0);
  expect(readPidFile(postgres)).toBeNull();
});

test('after kill -9 the next start adopts the database that still runs, and loses nothing', async () => {
  const secret = readFileSync(path.join(data, 'secret'), 'utf8');
  const first = await startReady();
  const database = readPidFile(postgres)?.pid ?? 0;
  killAll(first, 'SIGKILL');
  await first.ended;
  expect(whoIs(database, postgres)).toBe('ours');
  const second = await startReady();
  expect(second.printed()).toContain('was running, adopted');
  expect(readPidFile(postgres)?.pid).toBe(database);
  expect(readFileSync(path.join(data, 'secret'), 'utf8')).toBe(secret);
  killAll(second, 'SIGINT');
  expect(await second.ended).toBe(0);
  expect(readPidFile(postgres)).toBeNull();
});

test('an operator runs the site on the Node that comes along, and kill -9 of what started it ends it', async () => {
  const shipped = findShippedNode();
  const site = await startReady();
  expect(readPidFile(postgres)).not.toBeNull();
  if (shipped !== null) {
    const { pid } = site.process;
    const server = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    expect(readlinkSync(`/proc/${server}/exe`)).toBe(shipped);
  }
  site.process.kill('SIGKILL');
  await site.ended;
  await expect.poll(isUp).toBe(0);
  // Where none comes along, what was killed was the site itself: its database runs on, and the next start adopts it.
  await expect.poll(() => readPidFile(postgres) === null).toBe(shipped !== null);
});

test('a database that is killed under a running site is started again, and the site goes on', async () => {
  const site = await startReady();
  process.kill(readPidFile(postgres)?.pid ?? 0, 'SIGKILL');
  await expect.poll(site.printed, { timeout: 20_000 }).toContain('PostgreSQL runs again.');
  expect(await fetch(`http://127.0.0.1:${port}/api/health/ready`).then((answer) => answer.status)).toBe(200);
  site.process.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  expect(readPidFile(postgres)).toBeNull();
});

test('an operator whose port is taken is told so, and by whom', async () => {
  const site = await startReady();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`Lectern is already running at http://127.0.0.1:${port}`);
  expect(await isUp()).toBe(200);
  site.process.kill('SIGTERM');
  await site.ended;
});

test('an operator whose own database does not answer is told so, without its password', async () => {
  const site = start({ DATABASE_URL: 'postgresql://lectern:hunter2@127.0.0.1:1/lectern' });
  expect(await site.ended).toBe(1);
  expect(site.printed()).toContain('Nothing listens at 127.0.0.1:1, where DATABASE_URL says that the database is.');
  expect(site.printed()).not.toContain('hunter2');
});
