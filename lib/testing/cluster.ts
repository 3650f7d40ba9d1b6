import type { TestProject } from 'vitest/node';
import { startThrowaway } from '@/cli/postgres/throwaway';
import { migrate } from '@/lib/kernel/migrate';
import { openPool } from '@/lib/kernel/pool';

// Vitest's global set-up: runs once, in a process of its own, before any test file.

declare module 'vitest' {
  interface ProvidedContext {
    /** The throwaway cluster, as the address of a database that nobody writes to. */
    clusterUrl: string;
  }
}

/** Migrated once; every test file's database is a copy of it. */
export const TEMPLATE = 'lectern_template';

/** The same cluster, another database. */
export function onDatabase(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withPool(url: string, work: (pool: ReturnType<typeof openPool>) => Promise<unknown>): Promise<void> {
  const pool = openPool(url, 1);
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}

/** Starts the cluster, makes the template, tells the test files where; returns what takes it all away. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowaway('unit');
  try {
    await withPool(cluster.url, (pool) => pool.query(`create database ${TEMPLATE}`));
    await withPool(onDatabase(cluster.url, TEMPLATE), (pool) => migrate(pool));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('clusterUrl', cluster.url);
  return cluster.stop;
}
