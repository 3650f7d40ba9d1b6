import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '@/lib/kernel/env';
import { previewCookie, readClaims, sessionCookie, writePreview } from './claims';

// Claims cost no query: there is no database here.
vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');

const MINA = { personId: '0192a000-0000-7000-8000-000000000001', sessionVersion: 3 };
const HOUR = 3_600;
const token = (claims: object = MINA, maxAge = HOUR, secret = env().NEXTAUTH_SECRET): Promise<string> =>
  encode({ token: { ...claims }, secret, maxAge });
const jar = (value: string, more: Readonly<Record<string, string>> = {}) =>
  new Map(Object.entries({ [sessionCookie()]: value, ...more }).map(([name, value]) => [name, { value }]));
const twice = async (value: string) => [await readClaims(jar(value)), await readClaims(jar(value))];

afterEach(() => void vi.useRealTimers());

// That a session is over where its cookie still says otherwise is in sessions.test.ts and in lib/people/account.test.ts.
describe('What a cookie claims, read more than once', () => {
  it('is the same the second time', async () => {
    const sessionId = '0192a000-0000-7000-8000-000000000002';
    expect(await twice(await token())).toEqual([MINA, MINA]);
    expect(await twice(await token({ ...MINA, sessionId }))).toEqual(Array(2).fill({ ...MINA, sessionId }));
  });

  it('is each person’s own', async () => {
    const otto = { ...MINA, personId: '0192a000-0000-7000-8000-00000000000f' };
    const [hers, his] = [await token(), await token(otto)];
    for (let i = 0; i < 2; i++) {
      expect(await readClaims(jar(hers))).toEqual(MINA);
      expect(await readClaims(jar(his))).toEqual(otto);
    }
  });

  it('is nothing, twice, where it was forged, altered, or is no claim of ours', async () => {
    const good = await token();
    await readClaims(jar(good));
    const middle = Math.floor(good.length / 2);
    const altered = good.slice(0, middle) + (good[middle] === 'A' ? 'B' : 'A') + good.slice(middle + 1);
    for (const bad of [
      await token(MINA, HOUR, 'another secret, of forty characters or so'),
      altered,
      `${good}.`,
      'x',
      await token({ personId: 'mina', sessionVersion: 1 }),
      await token({ personId: MINA.personId }),
    ])
      expect(await twice(bad)).toEqual([null, null]);
    expect(await readClaims(jar(good))).toEqual(MINA);
  });

  it('is nothing once it has expired, though it was read before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') });
    const value = await token();
    expect(await twice(value)).toEqual([MINA, MINA]);
    vi.setSystemTime(new Date('2026-03-02T09:59:59Z'));
    expect(await readClaims(jar(value))).toEqual(MINA);
    // next-auth forgives a clock that is a quarter of a minute wrong.
    vi.setSystemTime(new Date('2026-03-02T10:00:16Z'));
    expect(await twice(value)).toEqual([null, null]);
  });

  it('holds the preview of the request that has one, and of no other', async () => {
    const value = await token();
    const preview = { course: 'neighbours', since: new Date('2026-03-02T09:00:00Z') };
    const previewing = jar(value, { [previewCookie()]: writePreview(preview) });
    expect(await readClaims(previewing)).toEqual({ ...MINA, preview });
    expect(await readClaims(jar(value))).toEqual(MINA);
    expect(await readClaims(previewing)).toEqual({ ...MINA, preview });
  });
});
