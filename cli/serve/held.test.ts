import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findShippedNode } from './runtime.mjs';

// On the Node that the server runs on: what V8 takes for lasting differs from one to the next.
const node = findShippedNode() ?? process.execPath;

/** Sends 200 answers of 100 KB to a visitor who forgets them, and says how many bytes are still there. */
const SCRIPT = `
  import http from 'node:http';
  import { compress } from '${path.resolve('cli/serve/compress.mjs')}';
  import { keepPageHtml } from '${path.resolve('cli/serve/page-html.mjs')}';
  const text = Array.from({ length: 12_000 }, (_, i) => i).join(' ').slice(0, 50_000);
  const server = http.createServer((request, response) => {
    compress(request, response);
    keepPageHtml(request, response, () => {
      const marks = globalThis[Symbol.for('lectern.page-html')].getStore();
      marks.push(text);
      response.setHeader('content-type', 'text/html');
      response.write(text);
      response.end(marks[0]);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const visit = () => new Promise((resolve, reject) => {
    const asked = { port: server.address().port, agent, headers: { 'accept-encoding': 'gzip' } };
    http.get(asked, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });
  for (let i = 0; i < 50; i++) await visit();
  gc();
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 200; i++) {
    await visit();
    if (i % 20 === 0) gc({ type: 'minor' });
  }
  for (let i = 0; i < 4; i++) gc({ type: 'minor' });
  console.log(process.memoryUsage().arrayBuffers - before);
  process.exit();
`;

const run = (script: string): number =>
  Number(execFileSync(node, ['--expose-gc', '--input-type=module', '--eval', script], { encoding: 'utf8' }));

it('the bytes of an answer are gone with it: they do not wait until the whole heap is marked', () => {
  // Of 20 MB that were sent.
  expect(run(SCRIPT)).toBeLessThan(2_000_000);
});

/** Sends 200 texts through streams whose listeners hold 2,000 objects each, and says how much of that is still there. */
const STREAMS = `
  import { PassThrough } from 'node:stream';
  import { letStreamsGo } from '${path.resolve('cli/serve/let-go.mjs')}';
  letStreamsGo();
  const send = () => new Promise((resolve) => {
    const page = Array.from({ length: 2_000 }, (_, i) => ({ words: 'word ' + i }));
    const last = new PassThrough().on('close', () => resolve(page.length));
    const through = new PassThrough().on('end', () => page.length);
    through.pipe(last).resume();
    through.end('text');
  });
  const visit = async () => {
    await send();
    await new Promise(setImmediate);
  };
  for (let i = 0; i < 50; i++) await visit();
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 200; i++) {
    await visit();
    if (i % 20 === 0) gc({ type: 'minor' });
  }
  for (let i = 0; i < 4; i++) gc({ type: 'minor' });
  console.log(process.memoryUsage().heapUsed - before);
`;

it('what the listeners of a stream held is gone when it has closed', () => {
  // Of 20 MB and more.
  expect(run(STREAMS)).toBeLessThan(2_000_000);
});
