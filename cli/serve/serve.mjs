// The web server: Next in this very process, behind our own node:http. Plain JavaScript, because Next may not run under a
// TypeScript loader.
import http from 'node:http';
import next from 'next';
import { compress } from './compress.mjs';
import { limitBody, setAddress, setPeer } from './guard.mjs';
import { refusal, setHeaders } from './headers.mjs';
import { keepJsonBody } from './json-body.mjs';
import { letStreamsGo } from './let-go.mjs';
import { keepPageHtml } from './page-html.mjs';

const PATIENCE_MS = 10_000;
/** @param {http.ServerResponse} response */
const isStream = (response) => String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');

/**
 * Serves the site on host and port until `stop` is called. Rejects with the system's error where it cannot listen.
 * @param {{ dev: boolean, host: string, port: number, folder?: string }} options
 */
export async function serve({ dev, host, port, folder = process.cwd() }) {
  /** @type {Set<http.ServerResponse>} */
  const open = new Set();
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  let stopping = false;
  const https = process.env.LECTERN_URL?.startsWith('https:') === true;
  /** @type {import('http').RequestListener | undefined} */
  let handle;
  const server = http.createServer((request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (stopping) response.setHeader('connection', 'close');
    setPeer(request, { https });
    setAddress(request);
    setHeaders(request, response, { dev, https });
    if (!limitBody(request, response)) return;
    compress(request, response);
    const answer = () => handle?.(request, response);
    if (request.url?.startsWith('/api/')) keepJsonBody(response, answer);
    else keepPageHtml(request, response, answer);
  });
  server.on('clientError', (/** @type {NodeJS.ErrnoException} */ error, socket) => {
    // Into an answer that has begun nothing can be written.
    const begun = [...open].some((response) => response.socket === socket && response.headersSent);
    if (socket.writable && !begun) socket.end(refusal(error.code, https));
    else socket.destroy();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // A proxy in front keeps its connections for a minute; ours must live longer, or it now and then sends into a closed one.
  server.keepAliveTimeout = 72_000;

  letStreamsGo();
  const app = next({ dev, dir: folder, hostname: host, port, httpServer: server });
  await app.prepare();
  handle = app.getRequestHandler();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });

  /** Takes no new connections, lets what is being answered finish for ten seconds at most, and ends event streams at once. */
  async function stop() {
    if (stopping) return;
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    const waitFor = new Set();
    for (const response of open) {
      if (isStream(response)) continue;
      if (!response.headersSent) response.setHeader('connection', 'close');
      waitFor.add(response.socket);
    }
    // What is left is idle, an event stream, or a web socket of `next dev`, which node:http no longer counts as its own.
    for (const socket of sockets) if (!waitFor.has(socket)) socket.destroy();
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, PATIENCE_MS);
    await closed;
    clearTimeout(timer);
    await app.close().catch(() => {});
  }
  return { stop };
}

/** Waits until the site answers GET /api/health. Throws where it has not after `patience` milliseconds. */
export async function waitForHealth(origin, patience = 60_000) {
  for (let waited = 0; ; waited += 50) {
    let found;
    try {
      const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(30_000) });
      if (answer.ok) return;
      found = `it answered ${answer.status}`;
    } catch (error) {
      found = String(error.cause ?? error);
    }
    if (waited >= patience) throw new Error(`The server was started, but ${origin}/api/health is not well: ${found}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
