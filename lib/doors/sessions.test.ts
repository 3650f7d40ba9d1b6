import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { makePerson, nextRequest } from '@/lib/testing/people';
import { readClaims, sessionCookie } from './claims';
import { openSession, signOutHere } from './sessions';

const browser = vi.hoisted(() => ({ jar: new Map<string, { value: string }>() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string) => browser.jar.set(name, { value }),
  }),
}));

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
beforeEach(() => browser.jar.clear());

/** The browser's cookie as somebody might have copied it. */
const copied = () => new Map(browser.jar);

/** Who this cookie is at its next request. */
async function whoIs(jar: ReadonlyMap<string, { value: string }>): Promise<string | undefined> {
  const claims = await readClaims(jar);
  return claims ? (await nextRequest(ctx, claims)).viewer?.personId : undefined;
}

describe('T-SESS-1: the session of a browser', () => {
  it('is over when it signs out, for a copy of its cookie too, and for no other browser', async () => {
    const mina = await makePerson(ctx);
    await openSession(ctx, mina.cookie);
    const elsewhere = copied();
    browser.jar.clear();
    await openSession(ctx, mina.cookie);
    const copy = copied();
    expect(await whoIs(copy)).toBe(mina.personId);
    await signOutHere(ctx, { address: '10.9.0.1' }, {}).catch((leaves: unknown) => leaves);
    expect([await whoIs(browser.jar), await whoIs(copy)]).toEqual([undefined, undefined]);
    expect(await whoIs(elsewhere)).toBe(mina.personId);
  });

  it('is over when somebody signs in over it', async () => {
    const [mina, otto] = [await makePerson(ctx), await makePerson(ctx, 'Otto')];
    await openSession(ctx, mina.cookie);
    const before = copied();
    await openSession(ctx, otto.cookie);
    expect(browser.jar.get(sessionCookie())?.value).not.toBe(before.get(sessionCookie())?.value);
    expect([await whoIs(browser.jar), await whoIs(before)]).toEqual([otto.personId, undefined]);
  });
});
