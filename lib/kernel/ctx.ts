import { uuidAt } from './ids';
import { pool } from './pool';
import { type Db, prisma } from './prisma';
import { type Sql, sqlOnPool } from './sql';

/** Who is asking, as proved by this request's cookie and one query. */
export interface Viewer {
  readonly personId: string;
  readonly email: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
}

/** What every query and command receives. The clock, the dice and the database come in here, and nowhere else. */
export interface Ctx {
  readonly db: Db;
  /** Long or hot statements; inside a transaction it runs on the transaction's connection. */
  readonly sql: Sql;
  readonly viewer: Viewer | null;
  /** The database's clock, read once per request. */
  readonly now: Date;
  readonly newId: () => string;
  readonly inTransaction: boolean;
}

/** The same without the repository, for work that is statements only: it may run in a transaction that Prisma knows nothing of. */
export type SqlCtx = Omit<Ctx, 'db'>;

/** A context on the process's own pool. `now` comes from the database (`app_now()`), never from this machine. */
export function makeCtx(viewer: Viewer | null, now: Date): Ctx {
  return { db: prisma(), sql: sqlOnPool(pool()), viewer, now, newId: () => uuidAt(now), inTransaction: false };
}
