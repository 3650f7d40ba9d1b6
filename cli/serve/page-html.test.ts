import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '@/components/ui/page-html';
import { compress } from './compress.mjs';
import { keepPageHtml } from './page-html.mjs';

const LONG = `<p>${'서울 and Tōkyō. '.repeat(200)}</p>`;
let type = 'text/html; charset=utf-8';
let marks: string[] | undefined;
let atOnce = false;

// A page as Next answers: head and body in parts of any size, with what LongHtml was given where it belongs.
const server = http.createServer((request, response) => {
  compress(request, response);
  keepPageHtml(request, response, () => {
    const texts = pageHtml();
    marks = texts && [LONG, 'two'].map((text) => texts[texts.push(text) - 1] ?? '');
    const page = marks ? `<main>é${marks[0]}<hr>${marks[1]}|${marks[0]}</main>` : `<main>${LONG}</main>`;
    response.setHeader('content-type', type);
    if (!atOnce) response.flushHeaders();
    const bytes = Buffer.from(page);
    if (atOnce) return response.setHeader('content-length', bytes.length).end(page);
    for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
    response.end();
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });

describe('A reader of a page with long texts', () => {
  it.each(['gzip', 'identity'])('gets each text where it belongs, and no mark (%s)', async (encoding) => {
    const answer = await ask({ 'accept-encoding': encoding });
    expect(await answer.text()).toBe(`<main>é${LONG}<hr>two|${LONG}</main>`);
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
  });

  it('gets them too where the whole page is written in one go, with a length of its own', async () => {
    atOnce = true;
    for (const encoding of ['gzip', 'identity']) {
      expect(await (await ask({ 'accept-encoding': encoding })).text()).toBe(`<main>é${LONG}<hr>two|${LONG}</main>`);
    }
    atOnce = false;
  });

  it('could not have written a mark: it holds sixteen letters drawn by chance', () => {
    expect(marks?.[0]).toMatch(/^<!--[\w-]{16}\.0-->$/);
    expect(new Set(marks).size).toBe(2);
  });

  it.each([
    ['a page’s data', { rsc: '1' }],
    ['an action’s answer', { 'next-action': 'x' }],
  ])('gets the texts themselves in %s, which has no place for marks', async (_, headers) => {
    expect(await (await ask(headers)).text()).toBe(`<main>${LONG}</main>`);
    expect(marks).toBeUndefined();
  });

  it('gets everything else as it is', async () => {
    type = 'application/json';
    const answer = await (await ask()).text();
    type = 'text/html; charset=utf-8';
    expect(answer).toBe(`<main>é${marks?.[0]}<hr>${marks?.[1]}|${marks?.[0]}</main>`);
  });
});
