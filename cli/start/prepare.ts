import { build } from '../build';
import { explainSystem, show } from '../explained';
import { generate } from '../generate';
import { findBinaries } from '../postgres/binaries';
import { step } from '../steps.mjs';
import { checkPort } from './check-port';
import { prepareDataFolder, readSecret } from './data-folder';
import { type OpenDatabase, openDatabase } from './open-database';
import { readSettings, type Settings } from './settings';

// Runs in a process of its own, with a TypeScript loader, and reports to start.mjs by one message: `ready` with everything
// that the server needs, or `reopened` with the address of a database that had died. It lives until start.mjs has taken over
// its hold on the embedded database; when start.mjs dies, it ends too.

/** What start.mjs serves with. */
export interface Prepared {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  /** What is needed to stop the embedded database; null where DATABASE_URL was given. */
  readonly postgres: { readonly folder: string; readonly pgCtl: string } | null;
  readonly environment: Readonly<Record<string, string>>;
}

let opening: Promise<OpenDatabase> | undefined;
let leaving = false;

const say = (message: object): Promise<void> =>
  new Promise((resolve) => (process.send ? process.send(message, undefined, {}, () => resolve()) : resolve()));

async function migrateAndLoad(settings: Settings, database: OpenDatabase): Promise<void> {
  // Imported late: these need the generated client and the environment.
  const { openPool } = await import('@/lib/kernel/pool');
  const { migrate } = await import('@/lib/kernel/migrate');
  const pool = openPool(database.url, 2);
  try {
    await step('Bring the database up to date', async () => {
      const applied = await migrate(pool);
      return applied.length === 0 ? 'unchanged' : `${applied.length} applied`;
    });
  } finally {
    await pool.end();
  }
  const { load } = await import('./load');
  const lines: string[] = [];
  await step(settings.demo ? 'Load the course and its class' : 'See who runs the site', async () => {
    await load({ ...settings, databaseUrl: database.url }, (line) => lines.push(line));
    return undefined;
  });
  for (const line of lines) console.log(`    ${line}`);
}

function environmentOf(settings: Settings, database: OpenDatabase, dev: boolean): Record<string, string> {
  return {
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: readSecret(settings.dataFolder, process.env.NEXTAUTH_SECRET),
    NEXTAUTH_URL: settings.url,
    LECTERN_URL: settings.url,
    LECTERN_DEMO: settings.demo ? '1' : '0',
    LECTERN_DATA: settings.dataFolder,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function reopen(settings: Settings, port: number): Promise<void> {
  opening = openDatabase(settings, { port });
  await say({ kind: 'reopened', url: (await opening).url });
}

async function prepare(settings: Settings, dev: boolean): Promise<void> {
  const { host, port, origin, dataFolder } = settings;
  await checkPort(host, port, origin);
  prepareDataFolder(dataFolder);
  await step('Generate the database client', () => generate());
  // The build asks no database, so it runs beside everything that does.
  const built = dev ? Promise.resolve() : step('Build the site', () => build());
  built.catch(() => {});
  const embedded = settings.database.kind === 'embedded' ? settings.database : null;
  opening = openDatabase(settings);
  const opened = opening;
  await step(embedded ? 'Start PostgreSQL' : 'Reach the database', async () => (await opened).remark);
  const database = await opened;
  const environment = environmentOf(settings, database, dev);
  Object.assign(process.env, environment);
  await migrateAndLoad(settings, database);
  await built;
  const postgres = embedded && { folder: embedded.folder, pgCtl: findBinaries().pgCtl };
  await say({ kind: 'ready', prepared: { host, port, origin, postgres, environment } satisfies Prepared });
}

/** Lets go of the database, which stops it unless somebody else (as a rule start.mjs by now) holds it, and ends. */
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  // A PostgreSQL that is only just starting would outlive us.
  await opening?.then((database) => database.close()).catch(() => {});
  process.exit(code);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.cwd());
  const port = process.argv.find((word) => word.startsWith('--postgres-port='))?.split('=')[1];
  try {
    if (port === undefined) await prepare(settings, process.argv.includes('--dev'));
    else await reopen(settings, Number(port));
  } catch (error) {
    throw explainSystem(error, settings.dataFolder);
  }
}

// Ctrl-C reaches every process of the terminal; start.mjs decides, and disconnects.
process.on('SIGINT', () => {});
process.once('disconnect', () => void leave(0));
// Who started this may have gone before anybody listened.
if (!process.connected) process.exit(0);
main().catch((error: unknown) => {
  if (!leaving) console.error(show(error));
  void leave(1);
});
