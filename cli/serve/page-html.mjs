// A page's long texts travel once: as markup. components/ui/long-html.tsx hands them over here while the page is made, and gets
// a mark for each, which React writes where the text belongs. The texts themselves never pass through React and Next: they are
// put in the place of their marks when the whole page is there. (Half of what a thread of 200 posts cost was the way through.)
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** @type {AsyncLocalStorage<string[]>} */
const store = new AsyncLocalStorage();
/** @type {any} */ (globalThis)[Symbol.for('lectern.page-html')] = store;

// Nobody can write a mark into a page: React escapes, the sanitizer takes comments away, and this is secret besides.
const MARK = `<!--${randomBytes(12).toString('base64url')}.`;

/**
 * Calls `work` so that a page made in it may hand over its long texts; only where the answer is a document: what React asks for
 * later (a page's data, an action's answer) has no markup that they could be in.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} work
 */
export function keepPageHtml(request, response, work) {
  const { rsc, 'next-action': action } = request.headers;
  if (rsc !== undefined || action !== undefined) return work();
  /** @type {string[]} */
  const texts = [];
  /** @type {string[]} */
  const marks = [];
  marks.push = (text) => {
    marks[texts.length] = `${MARK}${texts.length}-->`;
    return texts.push(text);
  };
  fillIn(response, texts);
  store.run(marks, work);
}

/**
 * Gathers a page, and sends it with its texts in place of their marks. What is no page passes untouched.
 * @param {import('node:http').ServerResponse} response
 * @param {readonly string[]} texts
 */
function fillIn(response, texts) {
  const { write, end, flushHeaders } = response;
  /** @type {Buffer[]} */
  const parts = [];
  const isPage = () => String(response.getHeader('content-type') ?? '').startsWith('text/html');
  /** @param {any[]} given */
  const gather = ([chunk, encoding]) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
    parts.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8')
        : Buffer.from(chunk),
    );
  };
  response.flushHeaders = () => {
    if (!isPage()) flushHeaders.call(response);
  };
  response.write = (/** @type {any[]} */ ...given) => {
    if (response.headersSent || !isPage()) return /** @type {any} */ (write).apply(response, given);
    gather(given);
    const told = given.find((each) => typeof each === 'function');
    if (told) process.nextTick(told);
    return true;
  };
  response.end = (/** @type {any[]} */ ...given) => {
    if (response.headersSent || !isPage()) return /** @type {any} */ (end).apply(response, given);
    gather(given);
    if (parts.length === 0) return /** @type {any} */ (end).apply(response, given);
    response.removeHeader('content-length');
    const page = filled(Buffer.concat(parts.splice(0)), texts);
    const told = given.find((each) => typeof each === 'function');
    return /** @type {any} */ (end).call(response, page, told);
  };
}

/**
 * @param {Buffer} page
 * @param {readonly string[]} texts
 */
function filled(page, texts) {
  if (texts.length === 0) return page;
  /** @type {Buffer[]} */
  const whole = [];
  let from = 0;
  for (let at = page.indexOf(MARK); at >= 0; at = page.indexOf(MARK, from)) {
    const close = page.indexOf('-->', at);
    const text = texts[Number(page.toString('latin1', at + MARK.length, close))];
    whole.push(page.subarray(from, at), Buffer.from(text ?? ''));
    from = close + 3;
  }
  whole.push(page.subarray(from));
  return Buffer.concat(whole);
}
