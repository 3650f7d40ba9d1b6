import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client';
import { pool } from './pool';
import { nameOf } from './sql';

export { Prisma } from './generated/client';

/** What `ctx.db` is: a client, or a transaction of it. */
export type Db = Prisma.TransactionClient;

const kept = globalThis as typeof globalThis & { lecternPrisma?: PrismaClient };

/** The process's Prisma client, on the shared pool. */
export function prisma(): PrismaClient {
  kept.lecternPrisma ??= prismaOn(pool());
  return kept.lecternPrisma;
}

/** A client on a pool of the caller's. */
export const prismaOn = (on: pg.Pool): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg(on, { statementNameGenerator: ({ sql }) => nameOf(sql) }) });
