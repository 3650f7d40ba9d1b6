import type pg from 'pg';
import type { z } from 'zod';
import type { Db } from './prisma';

/** A parameter of a statement: primitives, dates and arrays of them; JSON is passed as text and cast in the SQL. */
export type SqlValue = string | number | bigint | boolean | Date | null | readonly (string | number | null)[];

/** One statement kept in a `*.sql.ts` file: a name (it is prepared under it), the text, and the shape of its rows. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly row: z.ZodType<Row>;
}

/** Runs a statement and returns its rows, each checked against the statement's row shape. */
export type Sql = <Row>(statement: Statement<Row>, values?: readonly SqlValue[]) => Promise<Row[]>;

// Kept on globalThis, as the pool is: the bundles of a built site each load this module, and the process has one client.
const kept = globalThis as typeof globalThis & { lecternStatements?: Map<string, string> };
kept.lecternStatements ??= new Map();
const names = kept.lecternStatements;

/** Names a statement. Rows use `z.coerce.number()` for counts and sums: drivers differ in how they hand over int8. */
export function statement<Row>(name: string, row: z.ZodType<Row>, text: string): Statement<Row> {
  names.set(text, name);
  return { name, text, row };
}

/**
 * The name of one of our statements by its text; "" (not to be prepared) for any other text. Prisma's adapter asks: without a
 * name it would have PostgreSQL parse and plan the statements of a transaction anew each time, which took half of a submit.
 */
export const nameOf = (text: string): string => names.get(text) ?? '';

const arrayOf = <Row>(row: z.ZodType<Row>, rows: unknown[]): Row[] => rows.map((each) => row.parse(each));

const queryOf = <Row>({ name, text }: Statement<Row>, values: readonly SqlValue[]) => ({
  name,
  text,
  values: [...values],
});

/** Statements straight on one connection: prepared by name, the cheapest way there is. */
export function sqlOnClient(client: Pick<pg.ClientBase, 'query'>): Sql {
  return async (st, values = []) => arrayOf(st.row, (await client.query(queryOf(st, values))).rows);
}

interface Asked {
  readonly query: pg.QueryConfig;
  readonly tell: (rows: unknown[]) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The same on a connection of the pool. Statements asked for in one moment (`Promise.all`) travel together, on one connection and
 * in one go each way; each has its own rows or its own error. A way to the database and back costs more than a short statement.
 */
export function sqlOnPool(pool: Pick<pg.Pool, 'query' | 'connect'>): Sql {
  let waiting: Asked[] = [];
  const send = (): void => {
    const asked = waiting;
    waiting = [];
    const [first, second] = asked;
    if (first && !second) pool.query(first.query).then(({ rows }) => first.tell(rows), first.fail);
    else void sendTogether(pool, asked);
  };
  return async (st, values = []) => {
    const rows = await new Promise<unknown[]>((tell, fail) => {
      waiting.push({ query: queryOf(st, values), tell, fail });
      if (waiting.length === 1) queueMicrotask(send);
    });
    return arrayOf(st.row, rows);
  };
}

async function sendTogether(pool: Pick<pg.Pool, 'connect'>, asked: readonly Asked[]): Promise<void> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    for (const { fail } of asked) fail(error);
    return;
  }
  // A connection that dies says so to whoever holds it, and ends the process where nobody listens; its statements fail by themselves.
  const ignored = (): void => {};
  client.on('error', ignored);
  let failed: Error | undefined;
  await Promise.all(
    asked.map(({ query, tell, fail }) =>
      client.query(query).then(
        ({ rows }) => tell(rows),
        (error: Error) => {
          failed = error;
          fail(error);
        },
      ),
    ),
  );
  // As pool.query does: after an error nobody knows what the connection is good for. Then it goes, and may still have a last word.
  if (!failed) client.off('error', ignored);
  client.release(failed);
}

/** The same statements on the connection of an open Prisma transaction. The only use of $queryRawUnsafe (T-PRIS-3). */
export function sqlInTransaction(tx: Db): Sql {
  return async (st, values = []) => arrayOf(st.row, await tx.$queryRawUnsafe<unknown[]>(st.text, ...values));
}
