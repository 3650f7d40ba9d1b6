import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { authOptions } from './auth-options';
import { returnTo } from './return-to';

const BASE = 'http://127.0.0.1:3000';

describe('T-REDIR-1: signing in leads only to a page of this site', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '%2f%2fevil.example',
    '/%2fevil.example',
    '/%5cevil.example',
    '/\tevil.example',
    '/%09/evil.example',
    '/\n/evil.example',
    'http://127.0.0.1@evil.example',
    '/%',
    '',
  ])('lands on / instead of %j', (next) => {
    expect(returnTo(next)).toBe('/');
  });

  it('keeps a page, its question and its fragment', () => {
    expect(returnTo('/courses/seoul-tokyo/lessons/courts?cited=p-k3f9#p-k3f9')).toBe(
      '/courses/seoul-tokyo/lessons/courts?cited=p-k3f9#p-k3f9',
    );
  });

  it('by next-auth’s own addresses too', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1/none');
    const to = (url: string) => authOptions().callbacks?.redirect?.({ url, baseUrl: BASE });
    for (const url of ['//evil.example', `${BASE}//evil.example`, `${BASE}.evil.example/x`, `${BASE}@evil.example`]) {
      expect(await to(url), url).toBe(`${BASE}/`);
    }
    expect([await to('/inbox'), await to(`${BASE}/inbox`)]).toEqual([`${BASE}/inbox`, `${BASE}/inbox`]);
  });

  it('never leaves the site, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((tail) => `/${tail}`),
        ),
        (next) => {
          const to = returnTo(next);
          expect(new URL(to, 'https://lectern.example').origin).toBe('https://lectern.example');
          expect(to.startsWith('//')).toBe(false);
        },
      ),
    );
  });
});
