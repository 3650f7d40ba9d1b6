import type { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/auth/[...nextauth]/route';
import { testDb } from '@/lib/testing/database';
import { sendAs } from '@/lib/testing/doors/request-double';

vi.mock('next/headers', () => import('@/lib/testing/doors/request-double'));
testDb();

describe('T-CSRF-1: next-auth’s own forms', () => {
  const send = () =>
    POST(new Request('http://127.0.0.1:3000/api/auth/signout', { method: 'POST' }) as NextRequest, {
      params: Promise.resolve({ nextauth: ['signout'] }),
    }).then(
      ({ status }) => status,
      () => 'reached next-auth',
    );

  it.each(['https://evil.example', 'null', '', 'http://127.0.0.1:3001', 'http://127.0.0.1.evil.example'])(
    'are refused from %j',
    async (origin) => {
      await sendAs(null, { origin });
      expect(await send()).toBe(403);
    },
  );

  it('reach next-auth from a page of this site', async () => {
    await sendAs(null);
    expect(await send()).not.toBe(403);
  });
});
