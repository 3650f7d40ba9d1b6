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

/** Statements straight through the pool, or one connection of it: prepared by name, the cheapest way there is. */
export function sqlOnPool(pool: Pick<pg.ClientBase, 'query'>): Sql {
  return async (st, values = []) => {
    const { rows } = await pool.query({ name: st.name, text: st.text, values: [...values] });
    return arrayOf(st.row, rows);
  };
}

/** The same statements on the connection of an open Prisma transaction. The only use of $queryRawUnsafe (T-PRIS-3). */
export function sqlInTransaction(tx: Db): Sql {
  return async (st, values = []) => arrayOf(st.row, await tx.$queryRawUnsafe<unknown[]>(st.text, ...values));
}
