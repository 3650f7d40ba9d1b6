import type pg from 'pg';
import { pendingMigrations } from './migrate';

/** Whether the site can do its work, and what is in the way of it. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: 'reachable' | 'away';
  /** Migrations still to apply; empty at head. */
  readonly pendingMigrations: readonly string[];
  /** Durability: with any of these off, a power cut could lose answers that were acknowledged. */
  readonly settings: Readonly<Record<string, boolean>>;
  readonly problem?: string;
}

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
/** "on" and what is stricter; "remote_write" and "local" are less: a standby that takes over might lack what was acknowledged. */
const KEEPS = ['on', 'remote_apply'];
const AWAY: Readiness = { ready: false, database: 'away', pendingMigrations: [], settings: {} };

/** Asks the database. Never throws: a database that is away is an answer too. */
export async function readiness(pool: pg.Pool): Promise<Readiness> {
  try {
    const { rows } = await pool.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any($1)',
      [[...DURABLE]],
    );
    const settings = Object.fromEntries(
      DURABLE.map((name) => [name, KEEPS.includes(rows.find((row) => row.name === name)?.setting ?? 'off')]),
    );
    const pending = await pendingMigrations(pool);
    const ready = pending.length === 0 && Object.values(settings).every(Boolean);
    return { ready, database: 'reachable', pendingMigrations: pending, settings };
  } catch (error) {
    if (error instanceof Error && error.name === 'MigrationError') {
      return { ...AWAY, database: 'reachable', problem: error.message };
    }
    return AWAY;
  }
}
