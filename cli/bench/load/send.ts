import http from 'node:http';
import zlib from 'node:zlib';
import type { BenchRequest } from './errand';

export interface Answer {
  readonly ms: number;
  readonly bytes: number;
  /** What is wrong with it; null where it is what it must be. */
  readonly wrong: string | null;
  readonly body: () => Buffer;
}

/** Node before 22 has none. */
const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: (packed: Buffer) => Buffer };
/** What browsers take, of what we can read. */
const TAKES = zstdDecompressSync ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

function readable(sent: Buffer, coding: string | undefined): Buffer {
  if (coding === 'zstd' && zstdDecompressSync) return zstdDecompressSync(sent);
  return coding === 'gzip' ? zlib.gunzipSync(sent) : sent;
}

/**
 * Sends one request, with this body, over a kept connection and looks at its answer; never throws. The time ends with the last
 * byte.
 */
export function send(agent: http.Agent, port: number, asked: BenchRequest, body: string | undefined): Promise<Answer> {
  const { method, path, headers } = asked;
  const began = performance.now();
  return new Promise((resolve) => {
    const fail = ({ message }: Error): void =>
      resolve({ ms: performance.now() - began, bytes: 0, wrong: message, body: () => Buffer.alloc(0) });
    const all = { 'accept-encoding': TAKES, ...headers };
    const request = http.request({ host: '127.0.0.1', port, method, path, headers: all, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const ms = performance.now() - began;
        const sent = Buffer.concat(chunks);
        const body = () => readable(sent, response.headers['content-encoding']);
        resolve({ ms, bytes: sent.length, wrong: whatIsWrong(asked, response, body), body });
      });
    });
    request.on('error', fail);
    if (body !== undefined) request.setHeader('content-length', Buffer.byteLength(body));
    request.end(body);
  });
}

function whatIsWrong(asked: BenchRequest, response: http.IncomingMessage, read: () => Buffer): string | null {
  const { status, markers, setsCookie } = asked;
  const short = (body: Buffer): string => body.toString('utf8').replace(/\s+/g, ' ').slice(0, 300);
  if (response.statusCode !== status) return `${response.statusCode} instead of ${status}: ${short(read())}`;
  if (setsCookie && !response.headers['set-cookie']?.some((cookie) => cookie.startsWith(setsCookie)))
    return `no cookie ${setsCookie}`;
  if (markers.length === 0) return null;
  const body = read();
  const missing = markers.find((marker) => !body.includes(marker));
  return missing === undefined ? null : `“${missing}” is not in the body`;
}
