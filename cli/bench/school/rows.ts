import type { ClientBase } from 'pg';

/** A row by the column names of its table. */
export type Row = Readonly<Record<string, unknown>>;

const BATCH = 4_000;

/** Writes rows of one table, thousands at a time. All must name the same columns; what they leave out takes its default. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  for (let from = 0; from < rows.length; from += BATCH) {
    await client.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + BATCH))],
    );
  }
}
