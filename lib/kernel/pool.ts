import pg from 'pg';
import { env } from './env';

// One pool a process, shared by Prisma and by our own SQL; kept on globalThis because `next dev` loads modules again.
const kept = globalThis as typeof globalThis & { lecternPool?: pg.Pool };

/** The process's connection pool. */
export function pool(): pg.Pool {
  kept.lecternPool ??= openPool(env().DATABASE_URL);
  return kept.lecternPool;
}

/** Opens a pool of its own, for tests and commands; the caller ends it. */
export function openPool(connectionString: string, max = 10): pg.Pool {
  const opened = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that dies (a restarted database) must not end the process; the next query opens another.
  opened.on('error', () => {});
  return opened;
}
