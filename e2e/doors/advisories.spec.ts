import { expect, test } from '@playwright/test';
import { site } from '../support/site';
import { builtActions } from './enumerate';
import { cookieOf, world } from './world';

// What once got past other sites of this framework (promises.md 2.5). A page proves for itself, so none of it may matter here.

const send = (path: string, init: RequestInit = {}): Promise<Response> => fetch(site().url + path, init);

const TRICKS: readonly Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-middleware-subrequest': Array(5).fill('middleware').join(':') },
  { 'x-middleware-subrequest': Array(5).fill('src/proxy').join(':') },
  { 'x-invoke-path': '/help', 'x-matched-path': '/help', 'x-invoke-status': '200' },
  { 'x-lectern-path': '/help', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '127.0.0.1' },
  { authorization: 'Bearer %E0%A4%A' },
];
const spellings = (path: string): string[] => [
  path,
  `/${path}`,
  `${path}.rsc`,
  `${path}/index.rsc`,
  `${path}.segments/_tree.segment.rsc`,
  `${path}?nxtPcourse=x&_rsc=1`,
  `${path}.`,
  path.replace('/teach/', '//teach/'),
  path.replace('/teach/', '/%74each/'),
  path.replace('/teach/', '/x/..%2fteach/'),
];

test('no header and no spelling of an address opens what is closed', async () => {
  const path = `/courses/${world().course}/teach/students/${world().enrolment}`;
  const name = 'Dora';
  expect(await (await send(path, { headers: cookieOf('instructor') })).text()).toContain(name);
  for (const actor of ['nobody', 'anotherStudent', 'instructorElsewhere', 'admin'] as const) {
    for (const trick of TRICKS) {
      for (const spelled of spellings(path)) {
        const answer = await send(spelled, { headers: { ...cookieOf(actor), ...trick } });
        const what = `${actor} ${spelled} ${JSON.stringify(trick)}`;
        expect(await answer.text(), what).not.toContain(name);
        expect(answer.status, what).toBeLessThan(500);
        expect(answer.url, what).toContain(site().url);
      }
    }
  }
});

const part = (name: string, value: string): string =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const BROKEN: readonly (readonly [string, string])[] = [
  [
    'multipart/form-data; boundary=x',
    `${part('0', '["$1:constructor:constructor"]')}${part('1', '{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"x","_formData":{"get":"$1:constructor:constructor"}}}')}--x--\r\n`,
  ],
  ['multipart/form-data; boundary=x', 'no parts'],
  ['multipart/form-data', 'no boundary'],
  ['text/plain', '["$K1","$F2","$Q3","$W4"]'],
];

test('a body made to break the reading of actions breaks nothing', async () => {
  for (const path of ['/', '/sign-in', '/help', `/courses/${world().course}`, '/admin']) {
    for (const id of ['x', '0'.repeat(42), builtActions()[0]?.id ?? '']) {
      for (const [type, body] of BROKEN) {
        const began = performance.now();
        const headers = { ...cookieOf('student'), origin: site().url, 'content-type': type, 'next-action': id };
        const answer = await send(path, { method: 'POST', headers, body });
        const text = await answer.text();
        expect(text, path).not.toMatch(/\bat .+\.js:\d+|node_modules/);
        expect(text, path).not.toContain('"ok":true');
        expect(performance.now() - began, path).toBeLessThan(2_000);
      }
    }
  }
  expect((await send('/api/health')).status).toBe(200);
});

test('nothing for developers is served', async () => {
  for (const path of ['/_next/mcp', '/__nextjs_original-stack-frame', '/_next/webpack-hmr', '/.git/config', '/.env']) {
    expect((await send(path)).status, path).toBe(404);
  }
  const html = await (await send('/')).text();
  for (const [, script = ''] of html.matchAll(/<script[^>]* src="([^"?]+)/g))
    expect((await send(`${script}.map`)).status, script).toBe(404);
  const picture = `/_next/image?url=${encodeURIComponent('http://169.254.169.254/')}&w=640&q=75`;
  expect((await send(picture)).status).toBeGreaterThanOrEqual(400);
});
