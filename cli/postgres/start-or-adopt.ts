import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Explained } from '../explained';
import { type Binaries, findBinaries } from './binaries';
import { explainLog, isPassing } from './explain-log';
import { initialise, readPassword, USER } from './initialise';
import { readPidFile, whoIs } from './process.mjs';
import { runAs } from './run-as';

export interface Cluster {
  /** Of the database "lectern", which exists. */
  readonly url: string;
  readonly folder: string;
  readonly adopted: boolean;
}

export interface StartOptions {
  /** Wished for, so that a server which goes on running finds its database again; another is taken where it is in use. */
  readonly port?: number;
  /** False for throwaway data: nothing is forced to disk. */
  readonly durable?: boolean;
}

const DATABASE = 'lectern';
const PATIENCE_MS = 120_000;
const LOG_LIMIT = 5_000_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'shared_buffers=64MB',
  'jit=off',
  'io_method=sync',
];
const CARELESS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'autovacuum=off',
  'max_connections=200',
];

/** A TCP port of 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const urlOf = (folder: string, port: number, database = DATABASE): string =>
  `postgresql://${USER}:${readPassword(folder)}@127.0.0.1:${port}/${database}`;

/** Creates the database where it is missing. False where nobody answers at the port yet. */
async function openDatabase(folder: string, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(folder, port, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    // 42P04, 23505: another start created it at the same moment. 57P03, 57P01: starting up or shutting down.
    if (code === '42P04' || code === '23505') return true;
    if (code.startsWith('57P') || /^(ECONN|ETIMEDOUT)/.test(code) || /terminated|timeout/.test(String(error)))
      return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Adopts what runs on this folder. Waits while it is starting or stopping; null where nothing runs. */
async function adopt(folder: string, until: number): Promise<number | null> {
  for (;;) {
    const found = readPidFile(folder);
    if (!found) return null;
    const who = whoIs(found.pid, folder);
    // After a crash the number may have gone to another program, and PostgreSQL would refuse to start. A dead number it
    // handles itself, and better: it also makes sure that no child of the dead server is still writing.
    if (who === 'other') rmSync(path.join(folder, 'postmaster.pid'), { force: true });
    if (who !== 'ours') return null;
    if (found.ready && (await openDatabase(folder, found.port))) return found.port;
    if (Date.now() > until) {
      throw new Explained(
        `A PostgreSQL (process ${found.pid}) runs on ${folder} and does not answer.`,
        `Look at ${folder}.log; end that process (kill -INT ${found.pid}) and start again.`,
      );
    }
    await sleep(50);
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) truncateSync(file);
  return openSync(file, 'a', 0o600);
}

/** Starts PostgreSQL; null when it takes connections, else what it wrote to its log before it ended. */
async function launch(folder: string, binaries: Binaries, port: number, options: StartOptions): Promise<string | null> {
  const logFile = `${folder}.log`;
  const log = openLog(logFile);
  const before = statSync(logFile).size;
  const as = runAs(folder, binaries);
  const settings = [...SETTINGS, ...(options.durable === false ? CARELESS : [])].flatMap((each) => ['-c', each]);
  const [command = '', ...words] = [...as.prefix, binaries.postgres, '-D', folder, '-p', String(port), ...settings];
  // Detached: a Ctrl-C in the terminal goes to the server, which stops its database itself, in its own order.
  const child = spawn(command, words, { detached: true, stdio: ['ignore', log, log], cwd: folder, ...as.user });
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  const until = Date.now() + PATIENCE_MS;
  while (!ended && Date.now() < until) {
    const found = readPidFile(folder);
    if (found?.ready && found.pid === child.pid) return null;
    await sleep(20);
  }
  return readFileSync(logFile).subarray(before).toString('utf8') || 'it wrote nothing to its log';
}

/**
 * Gives a running PostgreSQL on the folder `given` (absolute): makes the cluster if there is none, adopts one that runs, starts one
 * otherwise, and recovers from whatever a kill -9 left behind. The caller stops it, or leaves it for the next to adopt.
 * Throws Explained for what a person can mend.
 */
export async function startOrAdopt(given: string, options: StartOptions = {}): Promise<Cluster> {
  const binaries = findBinaries();
  initialise(given, binaries, options.durable !== false);
  const folder = realpathSync(given);
  const until = Date.now() + PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    const adopted = await adopt(folder, until);
    if (adopted !== null) return { url: urlOf(folder, adopted), folder, adopted: true };
    // After a kill -9 the port stays taken for a moment, until the last child of the dead server has noticed.
    const port = options.port !== undefined && tries <= 20 ? options.port : await freePort();
    const words = await launch(folder, binaries, port, options);
    if (words === null && (await openDatabase(folder, port)))
      return { url: urlOf(folder, port), folder, adopted: false };
    if (words !== null && (!isPassing(words) || tries > 60)) throw explainLog(words, folder);
    await sleep(250);
  }
}
