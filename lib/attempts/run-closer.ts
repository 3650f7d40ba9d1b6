import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { log } from '@/lib/kernel/log';
import { pool } from '@/lib/kernel/pool';
import { sqlOnPool } from '@/lib/kernel/sql';
import { closeOverdue } from './close-overdue';

const EVERY_MS = 10_000;

// `next dev` may register twice.
const kept = globalThis as typeof globalThis & { lecternCloser?: NodeJS.Timeout };

/** Runs the closer every ten seconds in this process. Others may run it too: they take turns by attempt. */
export function startCloser(): void {
  let running = false;
  const round = async () => {
    if (running) return;
    running = true;
    try {
      const now = await databaseNow({ sql: sqlOnPool(pool()) });
      const closed = await closeOverdue(makeCtx(null, now));
      if (closed.ended + closed.graded + closed.announced > 0) log.info(closed, 'closer');
    } catch (error) {
      // The database may be away; the next round finds what this one did not.
      log.warn({ err: error }, 'closer');
    } finally {
      running = false;
    }
  };
  clearInterval(kept.lecternCloser);
  kept.lecternCloser = setInterval(round, EVERY_MS);
  kept.lecternCloser.unref();
}
