import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BUDGETS,
  COLD_SECONDS,
  HEAD,
  JAVASCRIPT_KB,
  type Line,
  line,
  MEMORY_MB,
  type Name,
  row,
  WARM_SECONDS,
} from './bench/budgets';
import { javascriptKb } from './bench/javascript';
import { leastOf, type Measured, measure, measureFloor } from './bench/load/measure';
import { memoryMb } from './bench/load/processes';
import { makeRequests } from './bench/requests';
import { laySchool } from './bench/school/lay-school';
import { measureStarts } from './bench/starts';
import { build } from './build';
import { show } from './explained';
import { generate } from './generate';
import { readPidFile } from './postgres/process.mjs';
import { freePort } from './postgres/start-or-adopt';
import { startThrowaway } from './postgres/throwaway';
import { startServer } from './serve/start-server';
import { step } from './steps.mjs';

// `npm run bench`: the production build on a generated school of its own; see docs/bench.md. `--only lesson,save` measures
// those alone, `--seconds 4` each for so long, `--rounds 1` so often; `--no-starts` leaves the starts out, `--no-memory` the
// quiet minute.

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};
const SECRET = 'a secret for the bench, long enough for anybody';
// Node compiles what is asked for often, and goes on improving it for some thousands of requests: a server in use is past that.
const WARM_UP_MS = 20_000;
/** After other pages have had their turn. */
const WARM_UP_AGAIN_MS = 5_000;
const rounds = Number(option('rounds') ?? 3);
const measureMs = 1_000 * Number(option('seconds') ?? 6);
const timing = { connections: Number(option('connections') ?? 4), measureMs };
const only = option('only')?.split(',');
const names = (Object.keys(BUDGETS) as Name[]).filter((name) => !only || only.includes(name));
const lines: Line[] = [];

function say(said: Line): void {
  lines.push(said);
  console.log(said.text);
}

async function main(): Promise<void> {
  process.chdir(path.resolve(import.meta.dirname, '..'));
  await step('Generate the database client', () => generate());
  await step('Build the site', () => build());
  const cluster = await startThrowaway('bench', { durable: true });
  try {
    const { openPool } = await import('@/lib/kernel/pool');
    const { migrate } = await import('@/lib/kernel/migrate');
    const pool = openPool(cluster.url, 2);
    await migrate(pool);
    const school = await laySchoolAloud(pool);
    await pool.end();
    const postgres = readPidFile(path.join(cluster.folder, 'postgres'))?.pid ?? 0;
    const port = await freePort();
    const environment = {
      DATABASE_URL: cluster.url,
      NEXTAUTH_SECRET: SECRET,
      LECTERN_DATA: cluster.folder,
      LECTERN_DEMO: '0',
    } as const;
    const server = await startServer(port, environment);
    try {
      if (!process.argv.includes('--no-memory')) {
        await step('Wait for a quiet minute', () => sleep(60_000));
        say(line('memory of server and PostgreSQL', memoryMb(server.pid, postgres), 'MB', MEMORY_MB));
      }
      const asked = await makeRequests(school, server.url, SECRET);
      for (const page of ['lesson', 'quiz'] as const) {
        const [first] = asked[page].requests;
        if (!first) throw new Error(`Nothing to ask for ${page}`);
        const kb = await javascriptKb(server.url, first.path, first.headers.cookie ?? '');
        say(line(`JavaScript of the ${page} page, gzip`, kb, 'KB', JAVASCRIPT_KB[page]));
      }
      const ids = school.people.students.slice(0, 200).map(({ personId }) => personId);
      const takes = new Map<Name | 'floor', Measured[]>((['floor', ...names] as const).map((name) => [name, []]));
      for (let round = 0; round < rounds; round++) {
        await step(`Measure, round ${round + 1} of ${rounds}`, async () => {
          const floor = await measureFloor(cluster.url, ids, postgres, { ...timing, warmUpMs: WARM_UP_MS });
          takes.get('floor')?.push(floor);
          for (const name of names) {
            const { requests, once } = asked[name];
            const part = once ? partOf(requests, round, rounds) : requests;
            const warmUpMs = round === 0 ? WARM_UP_MS : WARM_UP_AGAIN_MS;
            const errand = { port, requests: part, once, ...timing, warmUpMs };
            takes.get(name)?.push(await measure(errand, [server.pid, postgres]));
          }
        });
      }
      console.log(`\n${HEAD}`);
      const floor = leastOf(takes.get('floor') ?? []);
      for (const [name, found] of takes) say(row(name, found, floor, name === 'floor' ? null : BUDGETS[name]));
    } finally {
      await server.stop();
    }
  } finally {
    await cluster.stop();
  }
  if (process.argv.includes('--no-starts')) console.log('\nStarts were not measured.');
  else await measureStartsAloud();
  const missed = lines.filter(({ ok }) => !ok).length;
  console.log(missed === 0 ? '\nNo budget missed.' : `\n${missed} missed.`);
  process.exit(missed === 0 ? 0 : 1);
}

/** The part of what can be sent once only that this round may use up. */
function partOf<T>(all: readonly T[], round: number, of: number): T[] {
  return all.slice(Math.floor((all.length * round) / of), Math.floor((all.length * (round + 1)) / of));
}

async function measureStartsAloud(): Promise<void> {
  console.log('');
  let starts: Awaited<ReturnType<typeof measureStarts>> | undefined;
  await step('Start a clean clone, with an empty package cache, and start it again', async () => {
    starts = await measureStarts();
  });
  if (!starts) throw new Error('no start was measured');
  say(line('clean clone to ready', starts.cold, 's', COLD_SECONDS));
  say(line('warm start to ready', starts.warm, 's', WARM_SECONDS));
}

async function laySchoolAloud(pool: Parameters<typeof laySchool>[0]) {
  let school: Awaited<ReturnType<typeof laySchool>> | undefined;
  await step('Lay the school', async () => {
    school = await laySchool(pool);
  });
  if (!school) throw new Error('no school was laid');
  return school;
}

main().catch((error: unknown) => {
  console.error(show(error));
  process.exit(1);
});
