import type { IncomingMessage } from 'node:http';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setPeer } from '@/cli/serve/guard.mjs';

const SETTINGS = { DATABASE_URL: 'postgresql://nobody@127.0.0.1/none', LECTERN_DEMO: '1' };
const before = { ...process.env };

// The settings are read once a process: each test is a process of its own in this.
beforeEach(() => {
  vi.resetModules();
  Object.assign(process.env, SETTINGS);
});
afterAll(() => {
  process.env = before;
});

interface Visit {
  readonly peer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether the door opens to a request, which passes our own server first. */
async function opens({ peer = '127.0.0.1', headers = {} }: Visit): Promise<boolean> {
  const { isDemoVisit } = await import('./demo-door');
  const request = { headers: { host: '127.0.0.1:3000', ...headers }, rawHeaders: [], socket: { remoteAddress: peer } };
  setPeer(request as unknown as IncomingMessage, { https: false });
  return isDemoVisit(new Headers(request.headers));
}

describe('the demo’s one-click door', () => {
  it.each<[string, Visit]>([
    ['127.0.0.1', {}],
    ['another address of loopback', { peer: '127.8.0.1' }],
    ['::1', { peer: '::1', headers: { host: '[::1]:3000' } }],
    ['an IPv4 peer on an IPv6 socket', { peer: '::ffff:127.0.0.1' }],
    ['localhost by name', { headers: { host: 'localhost' } }],
  ])('opens to this machine: %s', async (_how, visit) => {
    expect(await opens(visit)).toBe(true);
  });

  it.each(['192.168.1.20', '10.0.0.1', '::ffff:192.168.1.20', 'fe80::1', '1.127.0.0', ''])(
    'is closed to the peer %j',
    async (peer) => {
      expect(await opens({ peer })).toBe(false);
    },
  );

  // A name of somebody else's that points at 127.0.0.1 (DNS rebinding), or a tunnel that keeps the Host.
  it.each([
    'lectern.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.20:3000',
    'evil@127.0.0.1',
    '',
  ])('is closed under the Host %j', async (host) => {
    expect(await opens({ headers: { host } })).toBe(false);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'])(
    'is closed to what was passed on: %s',
    async (name) => {
      expect(await opens({ headers: { [name]: '127.0.0.1' } })).toBe(false);
    },
  );

  it('believes nobody who names their own peer, or denies a proxy', async () => {
    expect(await opens({ peer: '192.168.1.20', headers: { 'x-lectern-peer': '127.0.0.1' } })).toBe(false);
    const denied = { 'x-forwarded-for': '127.0.0.1', 'x-lectern-forwarded': '' };
    expect(await opens({ headers: denied })).toBe(false);
  });

  it('is closed where the request did not pass our own server', async () => {
    const { isDemoVisit } = await import('./demo-door');
    expect(isDemoVisit(new Headers({ host: '127.0.0.1:3000' }))).toBe(false);
  });

  it('is closed where no demo runs', async () => {
    process.env.LECTERN_DEMO = '0';
    expect(await opens({})).toBe(false);
  });
});
