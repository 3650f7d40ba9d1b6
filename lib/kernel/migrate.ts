import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** Prisma's own lock number: `prisma migrate deploy` and this runner wait for each other. */
const LOCK = 72707369;
const DEFAULT_FOLDER = path.join('prisma', 'migrations');

// Prisma's own table, column for column, so that `prisma migrate deploy` goes on where this runner stopped.
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The database and the folder of migrations do not fit together; the message says how and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A checkout on Windows may have turned the line ends; Prisma accepts either, and so does this. */
function sameChecksum(sql: string, checksum: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => sha256(text) === checksum);
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }));
}

async function readApplied(db: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  const { rows } = await db.query<Applied>(
    `select migration_name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

/** The migrations still to apply. Throws MigrationError where what was applied is not what the folder holds. */
function compare(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((each) => [each.name, each.sql]));
  for (const { migration_name: name, checksum, finished } of applied) {
    const sql = known.get(name);
    if (!finished) {
      throw new MigrationError(
        `Migration ${name} was begun and not finished. Mend it with \`prisma migrate resolve\`, then start again.`,
      );
    }
    if (sql === undefined) {
      throw new MigrationError(
        `The database has migration ${name}, which this version of Lectern does not know. Run the version that made it, or a newer one.`,
      );
    }
    if (!sameChecksum(sql, checksum)) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied. Put the file back as it was and write a new migration for the change.`,
      );
    }
  }
  const done = new Set(applied.map((each) => each.migration_name));
  return migrations.filter((each) => !done.has(each.name));
}

function failed(migration: Migration, error: unknown): MigrationError {
  const { message, position } = error as { message: string; position?: string };
  const line = position ? `, line ${migration.sql.slice(0, Number(position)).split('\n').length}` : '';
  return new MigrationError(
    `Migration ${migration.name}${line}: ${message}. It was rolled back and the database is as it was before.`,
    { cause: error },
  );
}

/** Applies the first pending migration in a transaction of its own; returns its name, or null where none is pending. */
async function applyNext(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('begin');
  let next: Migration | undefined;
  try {
    // The pool's own limits suit requests; a migration may take long, and may wait long for another that runs.
    await client.query('set local statement_timeout = 0; set local lock_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(TABLE);
    [next] = compare(migrations, await readApplied(client));
    if (next) {
      await client.query(next.sql);
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         values (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
        [sha256(next.sql), next.name],
      );
    }
    await client.query('commit');
    return next?.name ?? null;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw next && !(error instanceof MigrationError) ? failed(next, error) : error;
  }
}

/**
 * Brings the database to the head of `folder`, one transaction a migration, safe against others doing the same at once.
 * Returns the names it applied, in order. Throws MigrationError for an edited, unknown or failing migration.
 */
export async function migrate(pool: pg.Pool, folder: string = DEFAULT_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  const applied: string[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === null) return applied;
      applied.push(name);
    }
  } finally {
    client.release();
  }
}

/** The names of the migrations that the database still lacks; empty at head. Throws as `migrate` does; changes nothing. */
export async function pendingMigrations(pool: pg.Pool, folder: string = DEFAULT_FOLDER): Promise<string[]> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as there`,
  );
  const applied = rows[0]?.there ? await readApplied(pool) : [];
  return compare(readMigrations(folder), applied).map((each) => each.name);
}
