import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { keep } from './keeper.mjs';
import { readPidFile, stopPostgres, whoIs } from './process.mjs';
import { startOrAdopt } from './start-or-adopt';

const home = mkdtempSync(path.join(tmpdir(), 'lectern-pg-'));
const folder = path.join(home, 'postgres');
const start = () => startOrAdopt(folder, { durable: false });
const pidNow = (): number => readPidFile(folder)?.pid ?? 0;

afterAll(async () => {
  await stopPostgres(folder, '');
  rmSync(home, { recursive: true, force: true });
});

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('The embedded PostgreSQL', () => {
  it('is made once by two starts at the same time, closed to others, and both get the same one', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.url).toBe(two.url);
    expect(readdirSync(home).sort()).toEqual(['postgres', 'postgres.log']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'lectern.password')).mode & 0o777).toBe(0o600);
    const [row] = await ask<{ method: string; encoding: string }>(
      one.url,
      `select current_setting('server_encoding') as encoding, current_setting('password_encryption') as method`,
    );
    expect(row).toEqual({ encoding: 'UTF8', method: 'scram-sha-256' });
    await expect(ask(one.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('is adopted by the next start while it runs, and started again after it was stopped', async () => {
    const { url } = await start();
    await ask(url, 'create table kept (id int); insert into kept values (1);');
    expect(await start()).toMatchObject({ url, adopted: true });
    await stopPostgres(folder, '');
    expect(readPidFile(folder)).toBeNull();
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await ask(again.url, 'select id from kept')).toEqual([{ id: 1 }]);
  });

  it('is the same one to a start that reaches its data through a link', async () => {
    await stopPostgres(folder, '');
    const link = path.join(home, 'link');
    symlinkSync(folder, link);
    const { url } = await startOrAdopt(link, { durable: false });
    const pid = pidNow();
    expect(await start()).toMatchObject({ url, adopted: true });
    expect(await startOrAdopt(link, { durable: false })).toMatchObject({ url, adopted: true });
    expect(pidNow()).toBe(pid);
    await stopPostgres(link, '');
    expect(whoIs(pid, folder)).not.toBe('ours');
    rmSync(link);
  });

  it('comes back after kill -9 with everything that was committed, on the port it had if that is wished', async () => {
    const { url } = await start();
    await ask(url, 'set synchronous_commit = on; insert into kept values (2);');
    const { pid, port } = readPidFile(folder) ?? { pid: 0, port: 0 };
    process.kill(pid, 'SIGKILL');
    const again = await startOrAdopt(folder, { durable: false, port });
    expect(again).toMatchObject({ url, adopted: false });
    expect(await ask(again.url, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('starts where its old process number has gone to another program', async () => {
    await stopPostgres(folder, '');
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const pid = other.pid ?? 0;
    writeFileSync(path.join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    expect(whoIs(pid, folder)).toBe('other');
    expect(await start()).toMatchObject({ adopted: false });
    expect(pidNow()).not.toBe(pid);
    other.kill();
  });

  it('is stopped by the last who leaves, and its loss is noticed by who stays', async () => {
    const { url } = await start();
    let lost = 0;
    const [first, second] = [await keep(url), await keep(url, () => (lost += 1))];
    expect(await first.release()).toBe(false);
    expect(await second.release()).toBe(true);
    const third = await keep(url, () => (lost += 1));
    process.kill(pidNow(), 'SIGKILL');
    await expect.poll(() => lost).toBe(1);
    expect(await third.release()).toBe(false);
  });

  it('says what is the matter where the data is of another version', async () => {
    await stopPostgres(folder, '');
    const file = path.join(folder, 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '14\n');
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 14/);
    writeFileSync(file, version);
  });
});
