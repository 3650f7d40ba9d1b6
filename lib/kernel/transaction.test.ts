import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testDb } from '@/lib/testing/database';
import { makeCtx, type SqlCtx } from './ctx';
import { statement } from './sql';
import { inSqlTransaction, inTransaction } from './transaction';

const { pool } = testDb();
const ctx = makeCtx(null, new Date('2026-09-01T10:00:00Z'));

const over = statement(
  'session_over',
  z.object({ id: z.string() }),
  'insert into ended_session (id, ended_at) values ($1::uuid, app_now()) returning id',
);
const fails = statement('fails', z.object({}), 'select 1 / 0');
const end = async (ctx: SqlCtx) => (await ctx.sql(over, [ctx.newId()]))[0]?.id;
const stored = async (id: string | undefined) =>
  (await pool.query('select from ended_session where id = $1', [id])).rowCount === 1;

describe('A transaction of statements', () => {
  it('is there for others once it is done, and not before', async () => {
    const id = await inSqlTransaction(ctx, async (ctx) => {
      const id = await end(ctx);
      expect(await stored(id)).toBe(false);
      return id;
    });
    expect(await stored(id)).toBe(true);
  });

  it('leaves nothing behind where something was thrown, and gives its connection back each time', async () => {
    const ids: (string | undefined)[] = [];
    for (let i = 0; i < 25; i++) {
      const failed = inSqlTransaction(ctx, async (ctx) => {
        ids.push(await end(ctx));
        if (i % 2) throw new Error('not today');
        await ctx.sql(fails);
      });
      await expect(failed).rejects.toThrow(i % 2 ? 'not today' : 'division by zero');
    }
    expect(await Promise.all(ids.map(stored))).toEqual(Array(25).fill(false));
    expect(await stored(await inSqlTransaction(ctx, end))).toBe(true);
  });

  it('is part of the transaction that it is called in, of whichever kind', async () => {
    const ids: (string | undefined)[] = [];
    const both = async (ctx: SqlCtx) => {
      ids.push(await end(ctx), await inSqlTransaction(ctx, end));
      throw new Error('all of it');
    };
    await expect(inTransaction(ctx, both)).rejects.toThrow('all of it');
    await expect(inSqlTransaction(ctx, both)).rejects.toThrow('all of it');
    expect(await Promise.all(ids.map(stored))).toEqual([false, false, false, false]);
  });

  it('is refused where its connection was cut, and the next one has another', async () => {
    const cut = inSqlTransaction(ctx, async (ctx) => {
      const [row] = await ctx.sql(
        statement('own_pid', z.object({ pid: z.number() }), 'select pg_backend_pid() as pid'),
      );
      await pool.query('select pg_terminate_backend($1)', [row?.pid]);
      return end(ctx);
    });
    await expect(cut).rejects.toThrow();
    expect(await stored(await inSqlTransaction(ctx, end))).toBe(true);
  });
});
