import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const before = { ...process.env };
afterAll(() => {
  process.env = before;
});

/** The doors of a site that the world reaches at this address; settings are read once a process, so anew for each. */
async function siteAt(url: string) {
  vi.resetModules();
  Object.assign(process.env, { LECTERN_URL: url, DATABASE_URL: 'postgresql://nobody@127.0.0.1/none' });
  const { isOwnOrigin } = await import('./origin');
  const { sessionCookie } = await import('./claims');
  const { themeCookie } = await import('./theme');
  const { authOptions } = await import('./auth-options');
  return { isOwnOrigin, sessionCookie, themeCookie, authOptions };
}

describe('a site that the world reaches by https', () => {
  let site: Awaited<ReturnType<typeof siteAt>>;
  beforeEach(async () => {
    site = await siteAt('https://learn.example.org');
  });

  it('keeps its session in a cookie that no other host can set and no open line carries', () => {
    expect(site.sessionCookie()).toMatch(/^__Host-/);
    expect(site.themeCookie()).toMatch(/^__Host-/);
    expect(site.authOptions().cookies?.sessionToken).toMatchObject({
      name: site.sessionCookie(),
      options: { secure: true, httpOnly: true, path: '/' },
    });
    expect(site.authOptions().cookies?.sessionToken?.options.domain).toBeUndefined();
  });

  it('T-CSRF-1 takes its own origin, whatever Host the proxy in front sends, and no other', () => {
    expect(site.isOwnOrigin('https://learn.example.org', '127.0.0.1:3000')).toBe(true);
    for (const origin of [
      'http://learn.example.org',
      'https://learn.example.org:8443',
      'https://learn.example.org.evil.example',
      'https://evil.example',
      'http://127.0.0.1:3000',
      'null',
      '',
      null,
    ]) {
      expect(site.isOwnOrigin(origin, '127.0.0.1:3000'), String(origin)).toBe(false);
    }
  });
});

describe('a site on this machine alone', () => {
  let site: Awaited<ReturnType<typeof siteAt>>;
  beforeEach(async () => {
    site = await siteAt('http://127.0.0.1:3000');
  });

  it('keeps its session in a cookie that plain http can carry', () => {
    expect(site.sessionCookie()).not.toMatch(/^__/);
    expect(site.themeCookie()).not.toMatch(/^__/);
    expect(site.authOptions().cookies?.sessionToken?.options.secure).toBe(false);
  });

  it.each(['localhost:3000', '127.0.0.1:3000', '127.8.0.1:4000', '[::1]:3000', 'localhost'])(
    'T-CSRF-1 takes any name of this machine when it is the Host asked for: %s',
    (host) => {
      expect(site.isOwnOrigin(`http://${host}`, host)).toBe(true);
      expect(site.isOwnOrigin(`https://${host}`, host)).toBe(false);
      expect(site.isOwnOrigin(`http://${host}`, '127.0.0.1:9')).toBe(false);
    },
  );

  it.each(['lectern.example:3000', '192.168.1.20:3000', 'localhost.evil.example'])(
    'T-CSRF-1 takes no name that another machine may have, though it is the Host: %s',
    (host) => {
      expect(site.isOwnOrigin(`http://${host}`, host)).toBe(false);
    },
  );
});
