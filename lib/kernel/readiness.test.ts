import { describe, expect, it } from 'vitest';
import { testDb } from '@/lib/testing/database';
import { openPool } from './pool';
import { readiness } from './readiness';

const database = testDb();

describe('an operator asks whether the site is ready', () => {
  it('is, on a migrated database that keeps what it acknowledges', async () => {
    const answer = await readiness(database.pool);
    expect(answer.database).toBe('reachable');
    expect(answer.pendingMigrations).toEqual([]);
    expect(Object.keys(answer.settings)).toEqual(['fsync', 'full_page_writes', 'synchronous_commit']);
    // The cluster of the tests is a throwaway one; whether it keeps its pages is its own affair.
    expect(answer.ready).toBe(Object.values(answer.settings).every(Boolean));
  });

  it.each([
    ['off', false],
    ['local', false],
    ['remote_write', false],
    ['on', true],
    ['remote_apply', true],
  ])('is told whether commits are waited for: synchronous_commit = %s, %s', async (level, kept) => {
    const other = openPool(`${database.url}?options=-c%20synchronous_commit%3D${level}`);
    const answer = await readiness(other);
    await other.end();
    expect(answer.settings.synchronous_commit).toBe(kept);
    expect(answer.ready).toBe(Object.values(answer.settings).every(Boolean));
  });

  it('is not, where a migration was never applied', async () => {
    await database.pool.query("delete from _prisma_migrations where migration_name like '0001%'");
    expect(await readiness(database.pool)).toMatchObject({ ready: false, database: 'reachable' });
  });

  it('is not, where nobody answers', async () => {
    const nobody = openPool('postgres://nobody@127.0.0.1:1/nothing');
    expect(await readiness(nobody)).toMatchObject({ ready: false, database: 'away' });
    await nobody.end();
  });
});
