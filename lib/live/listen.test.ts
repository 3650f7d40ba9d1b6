import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTransaction } from '@/lib/kernel/transaction';
import { testDb } from '@/lib/testing/database';
import { ctxAt } from '@/lib/testing/lessons';
import { type Listener, makeListener } from './listen';
import { ring } from './ring';

const { pool, url } = testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
let on: Listener;

beforeAll(() => {
  on = makeListener(url);
});
afterAll(() => on.close());

const connections = async (): Promise<number[]> => {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'lectern live' and datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A hearer that has been rung once for the opening of the connection, and counts from there. */
async function hearer(topic: string) {
  const hear = vi.fn();
  const stop = on.subscribe(topic, hear);
  await vi.waitFor(async () => expect(await connections()).toHaveLength(1));
  await pause(100);
  hear.mockClear();
  return { hear, stop };
}

describe('Somebody with a page open', () => {
  it('is rung for their topic and no other, over one connection for everybody', async () => {
    const [one, two, other] = await Promise.all([hearer('thread:a'), hearer('thread:a'), hearer('thread:b')]);
    await ring(ctx, 'thread:a');
    await vi.waitFor(() => expect(one?.hear).toHaveBeenCalledTimes(1));
    expect(two?.hear).toHaveBeenCalledTimes(1);
    expect(other?.hear).not.toHaveBeenCalled();
    one?.stop();
    await ring(ctx, 'thread:a');
    await vi.waitFor(() => expect(two?.hear).toHaveBeenCalledTimes(2));
    expect(one?.hear).toHaveBeenCalledTimes(1);
    expect(await connections()).toHaveLength(1);
    two?.stop();
    other?.stop();
  });

  it('I-23 hears nothing before the commit, and nothing at all of what is rolled back', async () => {
    const { hear, stop } = await hearer('thread:c');
    await inTransaction(ctx, async (ctx) => {
      await ring(ctx, 'thread:c');
      await pause(150);
      expect(hear).not.toHaveBeenCalled();
    });
    await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1));
    const broken = inTransaction(ctx, async (ctx) => {
      await ring(ctx, 'thread:c');
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await pause(150);
    expect(hear).toHaveBeenCalledTimes(1);
    stop();
  });

  it('is rung when the connection was lost and came back, since something may have been missed', async () => {
    const { hear, stop } = await hearer('thread:d');
    const [before] = await connections();
    await pool.query('select pg_terminate_backend($1)', [before]);
    await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(1), { timeout: 5_000 });
    const after = await connections();
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(before);
    await ring(ctx, 'thread:d');
    await vi.waitFor(() => expect(hear).toHaveBeenCalledTimes(2));
    stop();
  });
});
