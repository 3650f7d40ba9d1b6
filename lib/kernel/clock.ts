import { z } from 'zod';
import type { Ctx } from './ctx';
import { uuidAt } from './ids';
import { statement } from './sql';
import { inTransaction } from './transaction';

const readClock = statement('app_now', z.object({ now: z.date() }), 'select app_now() as now');
const moveClock = statement(
  'move_clock',
  z.object({ set: z.string() }),
  "select set_config('lectern.now', $1, true) as set",
);

/** The database's clock. For requests that ask nothing else of the database; a proof returns it with its own query. */
export async function databaseNow(ctx: Pick<Ctx, 'sql'>): Promise<Date> {
  const [row] = await ctx.sql(readClock);
  if (!row) throw new Error('app_now() returned no row');
  return row.now;
}

/** Runs `work` in one transaction at another time: for the seed and the tests, so that time can be moved without a mock. */
export async function at<T>(ctx: Ctx, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.sql(moveClock, [now.toISOString()]);
    return work({ ...ctx, now, newId: () => uuidAt(now) });
  });
}
