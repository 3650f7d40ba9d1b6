import type { Ctx } from './ctx';
import type { PrismaClient } from './generated/client';
import { sqlInTransaction } from './sql';

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
