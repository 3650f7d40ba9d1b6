import type { Ctx, SqlCtx } from './ctx';
import type { PrismaClient } from './generated/client';
import { pool } from './pool';
import { sqlInTransaction, sqlOnClient } from './sql';

const isClient = (db: Ctx['db']): db is PrismaClient => '$transaction' in db;

/**
 * Runs `work` in one transaction. It receives a ctx that shadows the outer one on purpose: nothing inside can reach the
 * connection outside. Inside a transaction already, it joins that one. A thrown error rolls everything back.
 */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { db } = ctx;
  if (ctx.inTransaction || !isClient(db)) return work(ctx);
  return db.$transaction((tx) => work({ ...ctx, db: tx, sql: sqlInTransaction(tx), inTransaction: true }), {
    maxWait: 5_000,
    timeout: 30_000,
  });
}

/**
 * The same for work that is statements only, straight on a connection of the pool: through Prisma each statement costs several
 * times as much, and a submit has seven. Joins a transaction of either kind.
 */
export async function inSqlTransaction<T>(ctx: SqlCtx, work: (ctx: SqlCtx) => Promise<T>): Promise<T> {
  if (ctx.inTransaction) return work(ctx);
  const { viewer, now, newId } = ctx;
  const client = await pool().connect();
  let broken = false;
  // A connection that dies says so to whoever holds it, and ends the process where nobody listens; its next statement throws.
  client.on('error', ignored);
  try {
    await client.query('begin');
    const value = await work({ viewer, now, newId, sql: sqlOnClient(client), inTransaction: true });
    await client.query('commit');
    return value;
  } catch (error) {
    // A connection that cannot even roll back goes, and its transaction with it.
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    if (!broken) client.off('error', ignored);
    client.release(broken);
  }
}

const ignored = (): void => {};
