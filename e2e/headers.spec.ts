import { expect, test } from '@playwright/test';
import { site } from './support/site';

const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(site().url + path, { redirect: 'manual', ...options });

test.describe('every answer carries the headers that keep a browser safe', () => {
  const PATHS: readonly (readonly [string, number, string])[] = [
    ['/', 200, 'a page'],
    ['/courses/seoul-tokyo', 307, 'a redirect'],
    ['/nothing-of-the-kind', 404, 'a page that does not exist'],
    ['/api/health', 200, 'a route handler'],
    ['/api/v1/nothing', 404, 'a route that does not exist'],
    ['/icon.svg', 200, 'a picture'],
    ['/_next/static/nothing.js', 404, 'a script that does not exist'],
    ['/%', 404, 'an address that cannot be read'],
  ];
  for (const [path, status, what] of PATHS) {
    test(`${what} (${path})`, async () => {
      const { status: found, headers } = await ask(path);
      expect(found).toBe(status);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'(;|$)/);
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    });
  }

  test('every script of a page has the nonce of its answer, and no two answers share one', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const answer = await ask('/');
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
      nonces.add(nonce);
      const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(3);
  });
});
