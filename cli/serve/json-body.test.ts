import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json } from '@/lib/doors/json';
import { compress } from './compress.mjs';
import { keepJsonBody } from './json-body.mjs';

const VALUE = { savedAt: '2026-03-02T09:00:00.000Z', words: '누가 옳았나' };
const LONG = { words: 'Who was in the right? '.repeat(200) };
const HEADERS = { 'Cache-Control': 'private, no-store' };

/** As Next answers with what a route returned. */
async function send(response: ServerResponse, { status, headers, body }: Response): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (body) for await (const chunk of body) response.write(chunk);
  response.end();
}

let route: () => Response | Promise<Response> = () => new Response(null);
const server = http.createServer((request, response) => {
  compress(request, response);
  keepJsonBody(response, async () => send(response, await route()));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const ask = (init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, init);

describe('Who asks a route that answers with JSON', () => {
  it.each([
    ['short', VALUE, null],
    ['long', LONG, 'gzip'],
  ])('is given all of it, with its type, status and length (%s)', async (_, value, coding) => {
    route = () => json(value, { status: 409, headers: HEADERS });
    const answer = await ask({ headers: { 'accept-encoding': 'gzip' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/json']);
    expect([answer.headers.get('cache-control'), answer.headers.get('content-encoding')]).toEqual([
      'private, no-store',
      coding,
    ]);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await answer.json()).toEqual(value);
  });

  it('is given what answers them, and not another who asks at the same time', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => i);
    let n = 0;
    route = async () => {
      const mine = n++;
      await new Promise((resolve) => setTimeout(resolve, 20 - mine));
      return json({ mine }, { headers: { ...HEADERS, 'X-Mine': String(mine) } });
    };
    const answers = await Promise.all(asked.map(() => ask()));
    for (const answer of answers) expect(await answer.json()).toEqual({ mine: Number(answer.headers.get('x-mine')) });
  });

  it('is given no body where they ask for none, but its type', async () => {
    route = () => json(VALUE, { headers: HEADERS });
    const answer = await ask({ method: 'HEAD' });
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['application/json', '']);
  });
});

it('What a route made and did not answer with is sent to nobody', async () => {
  route = () => {
    json(VALUE, { headers: HEADERS });
    return new Response(null, { status: 303, headers: { Location: '/' } });
  };
  expect(await (await ask({ redirect: 'manual' })).text()).toBe('');
  route = () => {
    json(VALUE, { headers: HEADERS });
    return new Response('a,b\n', { headers: { 'Content-Type': 'text/csv' } });
  };
  expect(await (await ask()).text()).toBe('a,b\n');
  route = () => {
    json(VALUE, { headers: HEADERS });
    return Response.json({ another: true });
  };
  expect(await (await ask()).json()).toEqual({ another: true });
});

it('Where our own server does not serve, JSON is an ordinary Response', async () => {
  const answer = json(VALUE, { status: 422, headers: HEADERS });
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
    422,
    'application/json',
    VALUE,
  ]);
});
