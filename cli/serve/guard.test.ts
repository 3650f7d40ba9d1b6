import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitBody, setPeer } from './guard.mjs';

interface Echo {
  readonly headers: Record<string, string>;
  readonly raw: string[];
  readonly received: number;
}

let reached = 0;
const server = http.createServer((request, response) => {
  setPeer(request);
  if (!limitBody(request, response)) return;
  reached += 1;
  let received = 0;
  request.on('data', (chunk: Buffer) => (received += chunk.length));
  request.on('error', () => {});
  request.on('end', () =>
    response.end(
      JSON.stringify({ headers: request.headers, raw: request.rawHeaders, received } satisfies Partial<
        Record<keyof Echo, unknown>
      >),
    ),
  );
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function send(headers: Record<string, string>): Promise<Echo> {
  return (await (await fetch(url(), { headers })).json()) as Echo;
}

function post(bytes: number, announced: boolean): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url(),
      { method: 'POST', headers: announced ? { 'content-length': bytes } : {} },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    // The server may close its side while we still send.
    request.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    for (let sent = 0; sent < bytes; sent += 50_000) request.write(Buffer.alloc(Math.min(50_000, bytes - sent)));
    request.end();
  });
}

describe('A visitor who lies about where they come from', () => {
  it('cannot name their own address, in any spelling', async () => {
    const { headers, raw } = await send({
      'X-Lectern-Peer': '10.0.0.1',
      'x-LECTERN-forwarded': '0',
      'x-lectern-anything': '1',
    });
    expect(headers['x-lectern-peer']).toBe('127.0.0.1');
    expect(headers['x-lectern-forwarded']).toBeUndefined();
    expect(headers['x-lectern-anything']).toBeUndefined();
    expect(raw.filter((word) => /^x-lectern/i.test(word))).toEqual([]);
  });

  it.each(['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Real-IP', 'Via'])(
    'is known to come through a proxy by %s',
    async (name) => {
      expect((await send({ [name]: 'x' })).headers['x-lectern-forwarded']).toBe('1');
    },
  );
});

describe('A visitor who sends too much', () => {
  it('is refused at once where the length is announced, and nothing behind is troubled', async () => {
    const before = reached;
    expect(await post(1_000_001, true)).toMatchObject({ status: 413, body: expect.stringContaining('1 MB') });
    expect(reached).toBe(before);
  });

  it('is refused when the limit is passed where it is not', async () => {
    expect(await post(1_500_000, false)).toMatchObject({ status: 413 });
  });

  it('may send just as much as the limit, announced or not', async () => {
    for (const announced of [true, false]) {
      const { status, body } = await post(1_000_000, announced);
      expect([status, (JSON.parse(body) as Echo).received]).toEqual([200, 1_000_000]);
    }
  });
});
