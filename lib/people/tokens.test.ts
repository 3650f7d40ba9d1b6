import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { later } from '@/lib/testing/threads';
import { findToken, issueToken, spendToken } from './tokens';

const db = testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));

describe('a link that works once (ASVS 6.4)', () => {
  it('has 256 random bits, and nothing in the database is enough to make it', async () => {
    const secret = await issueToken(ctx, { purpose: 'reset', hours: 24 });
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const { rows } = await db.pool.query<{ row: string }>('select to_jsonb(token)::text as row from token');
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toContain(secret);
  });

  it('works up to its last second and not after', async () => {
    const secret = await issueToken(ctx, { purpose: 'reset', hours: 24 });
    expect(await findToken(later(ctx, 24 * 3600 - 1), 'reset', secret)).not.toBeNull();
    expect(await findToken(later(ctx, 24 * 3600), 'reset', secret)).toBeNull();
  });

  it('opens nothing but what it was made for', async () => {
    const secret = await issueToken(ctx, { purpose: 'invite', hours: 24 });
    expect(await findToken(ctx, 'reset', secret)).toBeNull();
    expect(await findToken(ctx, 'first-admin', secret)).toBeNull();
    expect(await findToken(ctx, 'invite', secret)).not.toBeNull();
  });

  it('is used by one of twenty who come at once', async () => {
    const secret = await issueToken(ctx, { purpose: 'invite', hours: 24 });
    const id = (await findToken(ctx, 'invite', secret))?.id ?? '';
    const used = await Promise.all(Array.from({ length: 20 }, () => spendToken(ctx, id)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await findToken(ctx, 'invite', secret)).toBeNull();
  });
});
