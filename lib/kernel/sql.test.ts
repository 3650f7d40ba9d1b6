import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDb } from '@/lib/testing/database';
import { ctxAt } from '@/lib/testing/lessons';
import { openPool } from './pool';
import { sqlOnPool, statement } from './sql';
import { inTransaction } from './transaction';

const { pool } = testDb();

const prepared = statement(
  'prepared_here',
  z.object({ count: z.coerce.number() }),
  "select count(*) as count from pg_prepared_statements where name = 'prepared_here'",
);

describe('a statement of ours', () => {
  it('is prepared under its name in a transaction of Prisma’s too, so that a submit does not plan ten of them anew', async () => {
    const rows = await inTransaction(ctxAt('2026-09-01T10:00:00Z'), (ctx) => ctx.sql(prepared));
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('statements that are asked for in one moment', () => {
  const backend = statement('backend', z.object({ pid: z.number() }), 'select pg_backend_pid() as pid');
  const division = statement('division', z.object({ of: z.number() }), 'select 1 / $1::int as of');

  it('travel together on one connection, and each has its own rows', async () => {
    const sql = sqlOnPool(pool);
    const [one, two, half] = await Promise.all([sql(backend), sql(backend), sql(division, [1])]);
    expect(one).toEqual(two);
    expect(half).toEqual([{ of: 1 }]);
  });

  it('fail each by itself, and leave the pool as it was', async () => {
    const sql = sqlOnPool(pool);
    for (let i = 0; i < 30; i++) {
      const asked = await Promise.allSettled([sql(backend), sql(division, [0]), sql(division, [1])]);
      expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(asked[1]).toMatchObject({ reason: { message: 'division by zero' } });
    }
    expect(await sql(division, [1])).toEqual([{ of: 1 }]);
    expect([pool.idleCount, pool.waitingCount]).toEqual([pool.totalCount, 0]);
  });

  it('are each told where there is no connection to be had', async () => {
    const closed = openPool('postgresql://nobody:x@127.0.0.1:1/none');
    const sql = sqlOnPool(closed);
    const asked = await Promise.allSettled([sql(backend), sql(backend)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await closed.end();
  });
});
