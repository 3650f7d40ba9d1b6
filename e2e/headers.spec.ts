import net from 'node:net';
import { expect, test } from '@playwright/test';
import { freePort } from '../cli/postgres/start-or-adopt';
import { startServer } from '../cli/serve/start-server';
import { builtActions } from './doors/enumerate';
import { cookieOf, world } from './doors/world';
import { site } from './support/site';

const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(site().url + path, { redirect: 'manual', ...options });

function expectSafe(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{22,}' 'strict-dynamic'(;|$)/);
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{22,}'(;|$)/);
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
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('x-powered-by')).toBeNull();
}

test.describe('every answer carries the headers that keep a browser safe', () => {
  const PATHS: readonly (readonly [string, number, string])[] = [
    ['/', 200, 'a page'],
    ['/courses/seoul-tokyo', 307, 'a redirect'],
    ['/courses/seoul-tokyo/', 308, 'a redirect of Next’s own'],
    ['/nothing-of-the-kind', 404, 'a page that does not exist'],
    ['/api/health', 200, 'a route handler'],
    ['/api/v1/nothing', 404, 'a route that does not exist'],
    ['/api/auth/session', 200, 'next-auth’s own'],
    ['/icon.svg', 200, 'a picture'],
    ['/_next/static/nothing.js', 404, 'a script that does not exist'],
    ['/%', 404, 'an address that cannot be read'],
    ['/courses/%ff', 404, 'an address of bytes that are no letters'],
    ['/admin?q=%00', 404, 'an address with a NUL'],
  ];
  for (const [path, status, what] of PATHS) {
    test(`${what} (${path})`, async () => {
      const { status: found, headers } = await ask(path);
      expect(found).toBe(status);
      expectSafe(headers);
    });
  }

  test('a script that exists', async () => {
    const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(await (await ask('/')).text()) ?? [];
    const answer = await ask(script);
    expect([answer.status, script]).toEqual([200, expect.stringContaining('/_next/static/')]);
    expectSafe(answer.headers);
  });

  test('the data of a page, an export, an event stream, a page that is forbidden: nobody else may keep them', async () => {
    const { course } = world();
    const kept: readonly (readonly [string, Parameters<typeof cookieOf>[0], Record<string, string>, number])[] = [
      [`/courses/${course}`, 'student', {}, 200],
      [`/courses/${course}?_rsc`, 'student', { rsc: '1' }, 200],
      [`/courses/${course}/teach/scores`, 'student', {}, 403],
      [`/courses/${course}/teach/scores.csv`, 'instructor', {}, 200],
      [`/api/live/threads.${course}`, 'student', {}, 200],
      [`/api/v1/courses/${course}/threads/news?after=2026-01-01T00:00:00Z`, 'student', {}, 200],
    ];
    for (const [path, actor, more, status] of kept) {
      const answer = await ask(path, { headers: { ...cookieOf(actor), ...more } });
      await answer.body?.cancel();
      expect([path, answer.status]).toEqual([path, status]);
      expectSafe(answer.headers);
      expect(answer.headers.get('cache-control'), path).toMatch(/private/);
      expect(answer.headers.get('cache-control'), path).toMatch(/no-store|no-transform/);
    }
  });

  test('a refusal: of an action, of a body without its form, and of one that is too large', async () => {
    const headers = { ...cookieOf('student'), origin: site().url };
    const [action] = builtActions();
    const asked = await ask('/help', {
      method: 'POST',
      headers: { ...headers, 'next-action': action?.id ?? '' },
      body: '[]',
    });
    expectSafe(asked.headers);
    const path = `/api/v1/courses/${world().course}/quizzes/none/attempts`;
    const json = { ...headers, 'content-type': 'application/json' };
    for (const [body, status] of [
      ['[', 422],
      [JSON.stringify({ x: 'x'.repeat(1_000_001) }), 413],
    ] as const) {
      const answer = await ask(path, { method: 'POST', headers: json, body });
      expect(answer.status).toBe(status);
      expectSafe(answer.headers);
    }
  });

  test('what is no request at all', async () => {
    for (const [words, status] of [
      ['hello\r\n\r\n', 400],
      [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ] as const) {
      const [head = ''] = (await say(words)).split('\r\n\r\n');
      const [line = '', ...lines] = head.split('\r\n');
      expect(line).toContain(` ${status} `);
      expectSafe(new Headers(lines.map((each) => each.split(/: (.*)/s).slice(0, 2) as [string, string])));
    }
  });

  test('a page that fails, because the database is away', async () => {
    const DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
    const server = await startServer(await freePort(), { ...site().environment, DATABASE_URL });
    try {
      for (const [path, status] of [
        ['/', 500],
        ['/api/health/ready', 503],
        ['/api/v1/inbox/news', 503],
      ] as const) {
        const answer = await fetch(server.url + path, { headers: cookieOf('student') });
        expect([path, answer.status]).toEqual([path, status]);
        expect(await answer.text()).not.toMatch(/ECONNREFUSED|node_modules|postgresql:/);
        expectSafe(answer.headers);
      }
    } finally {
      await server.stop();
    }
  });

  test('every script of a page has the nonce of its answer, and no two answers share one', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      // A nonce that the visitor names is not used.
      const headers = { 'content-security-policy': "script-src 'nonce-mine'", 'x-nonce': 'mine' };
      const answer = await ask('/', { headers });
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
      nonces.add(nonce);
      const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(3);
    expect(nonces).not.toContain('mine');
  });
});

/** What the server answers to these very bytes. */
function say(words: string): Promise<string> {
  const { hostname, port } = new URL(site().url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = net.connect(Number(port), hostname, () => socket.write(words));
    socket.on('data', (chunk) => (said += chunk));
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}
