import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openPool } from '@/lib/kernel/pool';
import { onDatabase, TEMPLATE } from './cluster';

/** A test file's own database: migrated, empty, gone when the file is done. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
}

async function administer(clusterUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function clone(clusterUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await administer(clusterUrl, `create database ${name} template ${TEMPLATE}`);
    } catch (error) {
      // 55006: somebody is connected to the template at this moment.
      if ((error as { code?: string }).code !== '55006' || tries > 50) throw error;
      await sleep(100);
    }
  }
}

/**
 * Gives the calling test file (at its top level) a clone of the template, before its first test, and drops it after its
 * last. `DATABASE_URL` is set to it, so code that opens the process's own pool lands in it too.
 */
export function testDb(): TestDatabase {
  const clusterUrl = inject('clusterUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = onDatabase(clusterUrl, name);
  process.env.DATABASE_URL = url;
  const pool = openPool(url);
  beforeAll(() => clone(clusterUrl, name));
  afterAll(async () => {
    await pool.end();
    await administer(clusterUrl, `drop database if exists ${name} with (force)`);
  });
  return { url, pool };
}
