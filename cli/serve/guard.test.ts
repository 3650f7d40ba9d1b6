import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitBody, setAddress, setPeer } from './guard.mjs';
import { refusal, safeHeaders } from './headers.mjs';

interface Echo {
  readonly headers: http.IncomingHttpHeaders;
  readonly raw: string[];
  readonly received: number;
  readonly address: string;
}

let reached = 0;
let https = false;
const server = http.createServer((request, response) => {
  setPeer(request, { https });
  setAddress(request);
  if (!limitBody(request, response)) return;
  reached += 1;
  let received = 0;
  request.on('data', (chunk: Buffer) => (received += chunk.length));
  request.on('error', () => {});
  request.on('end', () =>
    response.end(
      JSON.stringify({
        headers: request.headers,
        raw: request.rawHeaders,
        received,
        address: request.url ?? '',
      } satisfies Echo),
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

describe('A visitor behind the proxy of a site of https', () => {
  const peerOf = async (sent: string) => (await send({ 'X-Forwarded-For': sent })).headers['x-lectern-peer'];
  beforeAll(() => {
    https = true;
  });
  afterAll(() => {
    https = false;
  });

  it('is told from others by the address that the proxy wrote, whatever they sent themselves', async () => {
    expect(await peerOf('203.0.113.7')).toBe('203.0.113.7');
    expect(await peerOf('10.0.0.1, 127.0.0.1, ::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(await peerOf('2001:db8::7')).toBe('2001:db8::7');
  });

  it('is the proxy where that wrote no address', async () => {
    for (const sent of ['', 'unknown', '203.0.113.7,', 'a\tb']) expect(await peerOf(sent)).toBe('127.0.0.1');
  });

  it('is not believed where no proxy is', async () => {
    https = false;
    expect(await peerOf('203.0.113.7')).toBe('127.0.0.1');
    https = true;
  });
});

describe('A visitor who asks for what is no address', () => {
  it.each(['/%00', '/a?q=%00', '/%', '/%ff', '/courses/%e4%b8/x', 'http://evil.example/courses', '*'])(
    '%s: finds nothing there',
    async (path) => {
      const answer = await new Promise<string>((resolve, reject) => {
        const { port } = server.address() as AddressInfo;
        http
          .get({ host: '127.0.0.1', port, path }, (response) => {
            let body = '';
            response.on('data', (chunk) => (body += chunk));
            response.on('end', () => resolve(body));
          })
          .on('error', reject);
      });
      expect((JSON.parse(answer) as Echo).address).toBe('/no-such-address');
    },
  );

  it('is left alone with one that is', async () => {
    for (const path of ['/', '/courses/a?q=100%&x=%ff', '/search?q=%ED%95%9C', '/join/k7mq-w2xd#x']) {
      const { address } = (await (await fetch(new URL(path, url()))).json()) as Echo;
      expect(address).toBe(path.split('#')[0]);
    }
  });
});

describe('A visitor whose request cannot be read', () => {
  it('has the headers that every answer has', () => {
    const answer = refusal('HPE_INVALID_METHOD', true);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(refusal('HPE_HEADER_OVERFLOW', false)).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer.endsWith('\r\n\r\n')).toBe(true);
    for (const name of Object.keys(safeHeaders('', true))) expect(answer).toContain(`\r\n${name}: `);
  });

  it('learns of https that there is nothing else for a year, only where there is', () => {
    expect(safeHeaders('', true)['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains');
    expect(safeHeaders('', false)).not.toHaveProperty('Strict-Transport-Security');
  });
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
