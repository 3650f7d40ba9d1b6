import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findShippedNode } from './runtime.mjs';

// On the Node that the server runs on: what V8 takes for lasting differs from one to the next.
const node = findShippedNode() ?? process.execPath;

/**
 * The bytes of `memory` that 200 visits leave behind where only the young are collected, as V8 does most of the time. `setUp` is
 * a program, in which `visit` makes one.
 */
function heldAfterVisits(memory: 'arrayBuffers' | 'heapUsed', setUp: string): number {
  const program = `${setUp}
    for (let i = 0; i < 50; i++) await visit();
    gc();
    const before = process.memoryUsage().${memory};
    for (let i = 0; i < 200; i++) {
      await visit();
      if (i % 20 === 0) gc({ type: 'minor' });
    }
    for (let i = 0; i < 4; i++) gc({ type: 'minor' });
    console.log(process.memoryUsage().${memory} - before);
    process.exit();`;
  return Number(execFileSync(node, ['--expose-gc', '--input-type=module', '--eval', program], { encoding: 'utf8' }));
}
const ours = (file: string): string => path.resolve('cli', 'serve', file);

it.each(['gzip', 'zstd'])(
  'the bytes of an answer (%s) are gone with it: they do not wait until the whole heap is marked',
  (coding) => {
    const held = heldAfterVisits(
      'arrayBuffers',
      `import http from 'node:http';
    import { compress } from '${ours('compress.mjs')}';
    import { keepPageHtml } from '${ours('page-html.mjs')}';
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
      const asked = { port: server.address().port, agent, headers: { 'accept-encoding': '${coding}' } };
      http.get(asked, (answer) => answer.resume().on('end', resolve)).on('error', reject);
    });`,
    );
    // Of 20 MB that were sent.
    expect(held).toBeLessThan(2_000_000);
  },
);

it('what the listeners of a stream held is gone when it has closed', () => {
  const held = heldAfterVisits(
    'heapUsed',
    `import { PassThrough } from 'node:stream';
    import { letStreamsGo } from '${ours('let-go.mjs')}';
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
    };`,
  );
  // Of 20 MB and more.
  expect(held).toBeLessThan(2_000_000);
});
