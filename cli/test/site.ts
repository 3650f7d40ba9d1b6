import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../../e2e/support/site';
import { show } from '../explained';
import { startThrowaway, type Throwaway } from '../postgres/throwaway';
import { type RunningServer, type ServerEnvironment, startServer } from '../serve/start-server';
import { load } from '../start/load';

// The site that the browser tests visit: production build, throwaway database, demo class. Playwright starts this program
// (`webServer` in playwright.config.ts) and ends it with SIGTERM; what it made is gone afterwards.

const PORT = Number(process.env.LECTERN_E2E_PORT);
const parent = process.ppid;
let cluster: Throwaway | undefined;
let server: RunningServer | undefined;
let leaving = false;

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await server?.stop().catch(() => {});
  await cluster?.stop();
  process.exit(code);
}

async function main(): Promise<void> {
  cluster = await startThrowaway('e2e', { durable: true });
  const url = `http://127.0.0.1:${PORT}`;
  const environment: ServerEnvironment = {
    DATABASE_URL: cluster.url,
    NEXTAUTH_SECRET: 'a secret for the browser tests, long enough',
    LECTERN_DATA: cluster.folder,
    LECTERN_DEMO: '1',
  };
  Object.assign(process.env, environment, { NEXTAUTH_URL: url, LECTERN_URL: url });
  const { openPool } = await import('@/lib/kernel/pool');
  const { migrate } = await import('@/lib/kernel/migrate');
  const pool = openPool(cluster.url, 1);
  await migrate(pool);
  await pool.end();
  await load({ demo: true, dataFolder: cluster.folder, url, databaseUrl: cluster.url }, (line) => console.log(line));
  writeFileSync(path.resolve('.test', 'site.json'), JSON.stringify({ url, environment } satisfies Site), {
    mode: 0o600,
  });
  server = await startServer(PORT, environment);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
// Playwright killed with -9 sends nothing.
setInterval(() => process.ppid !== parent && void leave(1), 1_000).unref();
main().catch((error: unknown) => {
  console.error(show(error));
  void leave(1);
});
