import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from './compress.mjs';
import { findShippedNode } from './runtime.mjs';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = `<p>${'Who was in the right? – 누가 옳았나 '.repeat(100)}</p>`;
/** Over the size up to which the server compresses by itself. */
const LARGE = Array.from({ length: 60_000 }, (_, i) => `line ${i}`).join('\n');

let answer: (response: ServerResponse, request: IncomingMessage) => void = (response) => response.end();
const server = http.createServer((request, response) => {
  compress(request, response);
  answer(response, request);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

interface Asked {
  readonly path?: string;
  readonly method?: string;
  /** What the visitor takes; null where they say nothing about it. */
  readonly takes?: string | null;
}

function open({ path = '/', method = 'GET', takes = 'gzip, deflate, br' }: Asked = {}): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const headers: OutgoingHttpHeaders = takes === null ? {} : { 'accept-encoding': takes };
  return new Promise((resolve, reject) => {
    http.request({ host: '127.0.0.1', port, path, method, headers, agent: false }, resolve).on('error', reject).end();
  });
}

/** What a visitor is given: as it travelled, and as they read it. */
async function visit(asked?: Asked) {
  const response = await open(asked);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const packed = response.headers['content-encoding'] === 'gzip';
  const text = (packed && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString();
  return { status: response.statusCode, headers: response.headers, bytes, packed, text };
}

const give = (body: string | Buffer, headers: OutgoingHttpHeaders = HTML, status = 200) => {
  answer = (response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    response.end(body);
  };
};

describe('A visitor who takes gzip', () => {
  it.each([
    'text/html; charset=utf-8',
    'text/css',
    'text/x-component',
    'application/json',
    'application/javascript; charset=UTF-8',
    'image/svg+xml',
  ])('gets %s smaller, whole, with its length, and caches are told', async (type) => {
    give(PAGE, { 'content-type': type, vary: 'rsc' });
    const { headers, bytes, packed, text } = await visit();
    expect([packed, text]).toEqual([true, PAGE]);
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThan(Buffer.byteLength(PAGE) / 4);
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(headers.vary).toBe('rsc, Accept-Encoding');
  });

  it('gets the length of what travels where the answer had named another', async () => {
    give(PAGE, { ...HTML, 'content-length': Buffer.byteLength(PAGE) });
    const { headers, bytes, text } = await visit();
    expect([headers['content-length'], text]).toEqual([String(bytes.length), PAGE]);
  });

  it('gets a large text whole', async () => {
    give(LARGE);
    const { packed, text, headers, bytes } = await visit();
    expect(Buffer.byteLength(LARGE)).toBeGreaterThan(512_000);
    expect([packed, text === LARGE, headers['content-length']]).toEqual([true, true, String(bytes.length)]);
  });

  it('gets the same bytes of a built file again, and never those of a file that may change', async () => {
    const built = { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' };
    const file = { path: '/_next/static/chunks/one.css' };
    for (const [headers, status, shown] of [
      [{ 'content-type': 'text/css', 'cache-control': 'no-store' }, 200, 'dev'],
      [built, 404, 'lost'],
      [built, 405, 'posted to'],
      [built, 200, 'first'],
    ] as const) {
      give(shown.repeat(1_000), headers, status);
      expect((await visit(file)).text).toBe(shown.repeat(1_000));
    }
    give('second'.repeat(1_000), built);
    expect((await visit(file)).text).toBe('first'.repeat(1_000));
    expect((await visit({ path: '/_next/static/chunks/two.css' })).text).toBe('second'.repeat(1_000));
  });
});

describe('A visitor who takes zstd too, as browsers do, on the Node that the server runs on', () => {
  /** What they are given: how it travelled, whether it is whole, and whether its length was told. */
  const given = (takes: string, file: string, lines: number) => {
    const program = `import http from 'node:http';
      import zlib from 'node:zlib';
      import { compress } from '${path.resolve('cli', 'serve', 'compress.mjs')}';
      const text = Array.from({ length: ${lines} }, (_, i) => 'line ' + i).join('\\n');
      const server = http.createServer((request, response) => {
        compress(request, response);
        response.setHeader('content-type', 'text/css');
        response.setHeader('cache-control', 'max-age=31536000, immutable');
        response.end(text);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address();
      const visit = () => new Promise((resolve) => http.get({ port, path: '${file}', headers: { 'accept-encoding': '${takes}' } }, async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        const { 'content-encoding': coding, 'content-length': length } = response.headers;
        const read = { zstd: zlib.zstdDecompressSync, gzip: zlib.gunzipSync }[coding] ?? ((same) => same);
        resolve([coding ?? 'as it is', String(read(bytes)) === text, Number(length) === bytes.length, bytes.length < text.length / 3]);
      }));
      const first = await visit();
      console.log(JSON.stringify([first, await visit()]));
      process.exit();`;
    const [first, again] = JSON.parse(
      execFileSync(node, ['--input-type=module', '--eval', program], { encoding: 'utf8' }),
    ) as unknown[];
    expect(again).toEqual(first);
    return first;
  };
  const node = findShippedNode() ?? process.execPath;
  const PAGE = '/page';
  const BUILT = '/_next/static/chunks/one.css';

  it.each([
    ['a page', PAGE, 5_000],
    ['a large text', PAGE, 60_000],
    ['a built file, first and again,', BUILT, 5_000],
  ])('gets %s whole, with its length', (_, file, lines) => {
    expect(given('gzip, deflate, br, zstd', file, lines)).toEqual(['zstd', true, true, true]);
  });

  it.each([
    ['gzip, zstd;q=0', 'gzip'],
    ['zstd', 'zstd'],
    ['br, zstd;q=0.5, gzip;q=0', 'zstd'],
  ])('gets what they asked for: %s', (takes, coding) => {
    for (const file of [PAGE, BUILT]) expect(given(takes, file, 5_000)).toEqual([coding, true, true, true]);
  });
});

describe('What passes untouched', () => {
  const untouched = async (asked?: Asked) => {
    const { packed, headers, text } = await visit(asked);
    expect([packed, headers['content-encoding']]).toEqual([false, undefined]);
    return text;
  };

  it('is a text too short to gain by it', async () => {
    give('Hello');
    expect(await untouched()).toBe('Hello');
  });

  it.each([null, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0, br'])(
    'is everything for a visitor who takes no gzip (%s)',
    async (takes) => {
      give(PAGE);
      expect(await untouched({ takes })).toBe(PAGE);
    },
  );

  it('is what is no text', async () => {
    for (const type of ['image/png', 'font/woff2', 'application/zip']) {
      give(PAGE, { 'content-type': type });
      expect(await untouched()).toBe(PAGE);
    }
    give(PAGE, {});
    expect(await untouched()).toBe(PAGE);
  });

  it('is the answer to HEAD, with the length that its sender gave', async () => {
    give('', { ...HTML, 'content-length': 5_000 });
    expect(await untouched({ method: 'HEAD' })).toBe('');
    expect((await visit({ method: 'HEAD' })).headers['content-length']).toBe('5000');
  });

  it('is a part of a file', async () => {
    give(PAGE.slice(0, 1_500), { ...HTML, 'content-range': `bytes 0-1499/${PAGE.length}` }, 206);
    expect(await untouched()).toBe(PAGE.slice(0, 1_500));
  });

  it.each([204, 304])('is an answer that has no body (%s), flushed or not', async (status) => {
    for (const flushed of [false, true]) {
      answer = (response) => {
        response.statusCode = status;
        response.setHeader('content-type', 'text/html');
        if (flushed) response.flushHeaders();
        response.end();
      };
      expect(await untouched()).toBe('');
      expect((await visit()).headers['content-length']).toBeUndefined();
    }
  });

  it('is what was encoded by its sender', async () => {
    const bytes = gzipSync(PAGE);
    give(bytes, { ...HTML, 'content-encoding': 'gzip' });
    expect((await visit()).bytes.equals(bytes)).toBe(true);
    give(PAGE, { ...HTML, 'content-encoding': 'identity' });
    expect((await visit()).text).toBe(PAGE);
  });

  it('is what was begun by writeHead', async () => {
    answer = (response) => response.writeHead(201, HTML).end(PAGE);
    expect(await untouched()).toBe(PAGE);
    answer = (response) => {
      response.writeHead(200, { ...HTML, 'content-length': Buffer.byteLength(PAGE) });
      response.write(PAGE.slice(0, 10));
      response.end(PAGE.slice(10));
    };
    expect(await untouched()).toBe(PAGE);
    answer = (response) => response.writeHead(303, { location: '/' }).end();
    expect((await visit()).headers.location).toBe('/');
  });
});

describe('A page that is written in parts', () => {
  it('arrives whole from many small writes, of text and bytes, in whatever encoding', async () => {
    answer = (response) => {
      response.setHeader('content-type', 'text/html');
      for (const letter of PAGE) response.write(letter);
      response.write(Buffer.from('as bytes '));
      response.write(new Uint8Array([0x61, 0x62]));
      response.write('636f6465', 'hex');
      response.end('ZW5k', 'base64');
    };
    const { packed, text, headers } = await visit();
    expect([packed, text]).toEqual([true, `${PAGE}as bytes abcodeend`]);
    expect(headers['content-length']).toBeDefined();
  });

  it('arrives as it was written, though its writer uses the same memory again', async () => {
    answer = (response) => {
      response.setHeader('content-type', 'text/plain');
      const memory = Buffer.alloc(1_000);
      for (const letter of 'abc') response.write(memory.fill(letter));
      memory.fill('z');
      response.end();
    };
    expect((await visit()).text).toBe(['a', 'b', 'c'].map((letter) => letter.repeat(1_000)).join(''));
  });

  it('arrives whole from a file piped into it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-compress-'));
    try {
      writeFileSync(path.join(folder, 'large.txt'), LARGE);
      answer = (response) => {
        response.setHeader('content-type', 'text/plain');
        createReadStream(path.join(folder, 'large.txt')).pipe(response);
      };
      const { packed, text } = await visit();
      expect([packed, text === LARGE]).toEqual([true, true]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is compressed where its headers are flushed before the first write, as Next does', async () => {
    answer = async (response) => {
      response.setHeader('content-type', 'text/html');
      response.flushHeaders();
      await new Promise((resolve) => setTimeout(resolve, 10));
      response.write(PAGE);
      response.end();
    };
    const { packed, text } = await visit();
    expect([packed, text]).toEqual([true, PAGE]);
  });

  it('is not sent in half where it fails half way', async () => {
    answer = (response) => {
      response.setHeader('content-type', 'text/html');
      response.write(PAGE);
      response.destroy();
    };
    await expect(visit()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });
});

describe('Who wrote the answer', () => {
  it.each([
    ['short', 'Hello'],
    ['compressed at once', PAGE],
    ['compressed aside', LARGE],
  ])('hears that each part was taken and that all is sent (%s)', async (_, body) => {
    const heard: string[] = [];
    let finished: Promise<unknown> = Promise.resolve();
    answer = (response) => {
      finished = new Promise((resolve) => response.on('finish', () => resolve(heard.push('finish'))));
      response.setHeader('content-type', 'text/html');
      response.write(body, () => heard.push('write'));
      response.write('.', 'utf8', () => heard.push('write in utf8'));
      response.end(() => heard.push('end'));
    };
    expect((await visit()).text).toBe(`${body}.`);
    await finished;
    expect(heard.sort()).toEqual(['end', 'finish', 'write', 'write in utf8']);
  });

  it.each([
    ['compressed at once', PAGE],
    ['compressed aside', LARGE],
  ])('may end it twice, which says nothing new (%s)', async (_, body) => {
    let heard = 0;
    answer = (response) => {
      response.setHeader('content-type', 'text/html');
      response.end(body);
      response.end('more', () => (heard += 1));
    };
    expect((await visit()).text === body).toBe(true);
    expect(heard).toBe(1);
  });

  it('is not troubled by a visitor who left while it was compressed', async () => {
    const closed = new Promise<void>((resolve) => {
      answer = (response, request) => {
        response.on('close', resolve);
        response.setHeader('content-type', 'text/html');
        request.socket.destroy();
        response.end(LARGE);
      };
    });
    await expect(visit()).rejects.toThrow(/socket hang up|ECONNRESET/);
    await closed;
    give(PAGE);
    expect((await visit()).text).toBe(PAGE);
  });
});

describe('Who listens to an event stream', () => {
  it('hears each part at once, while it is open', async () => {
    let stream: ServerResponse | undefined;
    answer = (response) => {
      stream = response;
      response.setHeader('content-type', 'text/event-stream; charset=utf-8');
      response.flushHeaders();
    };
    const response = await open();
    expect(response.headers['content-encoding']).toBeUndefined();
    for (const part of ['data: one\n\n', `data: ${'two'.repeat(1_000)}\n\n`]) {
      const heard = new Promise((resolve) => response.once('data', (chunk) => resolve(String(chunk))));
      stream?.write(part);
      expect(await heard).toBe(part);
    }
    expect(stream?.writableEnded).toBe(false);
    stream?.end();
  });
});
