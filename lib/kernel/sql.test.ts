import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDb } from '@/lib/testing/database';
import { ctxAt } from '@/lib/testing/lessons';
import { statement } from './sql';
import { inTransaction } from './transaction';

testDb();

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
