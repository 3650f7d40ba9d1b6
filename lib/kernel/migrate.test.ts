import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDb } from '@/lib/testing/database';
import { MigrationError, migrate, pendingMigrations } from './migrate';

const { pool } = testDb();
const folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

const tables = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => name !== '_prisma_migrations');
};

describe('Somebody who starts Lectern', () => {
  beforeEach(async () => {
    await pool.query('drop schema public cascade; create schema public');
    rmSync(folder, { recursive: true, force: true });
    write('0001_first', 'create table a (id int primary key); insert into a values (1);');
    write('0002_second', 'create table b (id int);');
  });

  it('finds a new database brought to the head, in order, and a second start changes nothing', async () => {
    expect(await pendingMigrations(pool, folder)).toEqual(['0001_first', '0002_second']);
    expect(await migrate(pool, folder)).toEqual(['0001_first', '0002_second']);
    expect(await pendingMigrations(pool, folder)).toEqual([]);
    expect(await migrate(pool, folder)).toEqual([]);
    expect(await tables()).toEqual(['a', 'b']);
  });

  it('may start it four times at once: each migration is applied by exactly one of them', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(pool, folder)));
    expect(applied.flat().sort()).toEqual(['0001_first', '0002_second']);
  });

  it('keeps the database as it was, and reads which line, when a migration fails', async () => {
    write('0003_broken', 'create table c (id int);\ncreate table d (id int);\ninsert into nowhere values (1);');
    await expect(migrate(pool, folder)).rejects.toThrow(/0003_broken, line 3: relation "nowhere" does not exist/);
    expect(await tables()).toEqual(['a', 'b']);
    expect(await pendingMigrations(pool, folder)).toEqual(['0003_broken']);
  });

  it('is told when an applied migration was edited, by name, and nothing is applied after it', async () => {
    await migrate(pool, folder);
    write('0001_first', 'create table a (id bigint primary key);');
    write('0003_third', 'create table c (id int);');
    await expect(migrate(pool, folder)).rejects.toThrow(/0001_first was edited after it was applied/);
    await expect(pendingMigrations(pool, folder)).rejects.toBeInstanceOf(MigrationError);
    expect(await tables()).toEqual(['a', 'b']);
  });

  it('is not troubled by a checkout that turned the line ends', async () => {
    write('0003_lines', 'select 1;\nselect 2;\n');
    await migrate(pool, folder);
    write('0003_lines', 'select 1;\r\nselect 2;\r\n');
    expect(await migrate(pool, folder)).toEqual([]);
  });

  it('is told when the database is ahead of this version, or was left half-migrated by Prisma', async () => {
    await migrate(pool, folder);
    await pool.query(`insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '0009_half')`);
    await expect(migrate(pool, folder)).rejects.toThrow(/0009_half was begun and not finished/);
    await pool.query(`update _prisma_migrations set finished_at = now() where id = 'x'`);
    await expect(migrate(pool, folder)).rejects.toThrow(/0009_half, which this version of Lectern does not know/);
    await pool.query(`update _prisma_migrations set rolled_back_at = now() where id = 'x'`);
    expect(await migrate(pool, folder)).toEqual([]);
  });

  it('can go over to `prisma migrate deploy`: the table is Prisma’s own, with its checksums', async () => {
    await migrate(pool, folder);
    const { rows } = await pool.query(
      `select migration_name, checksum, applied_steps_count, finished_at is not null as finished, logs, rolled_back_at
         from _prisma_migrations order by migration_name limit 1`,
    );
    expect(rows).toEqual([
      {
        migration_name: '0001_first',
        checksum: '648570612736861da2fea173fb58ef5496083a9936da22125ee35e006934b020',
        applied_steps_count: 1,
        finished: true,
        logs: null,
        rolled_back_at: null,
      },
    ]);
  });
});
