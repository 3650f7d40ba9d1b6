// A page's long texts travel once: as markup. components/ui/long-html.tsx hands them over here while the page is made, and gets
// a mark for each, which React writes where the text belongs. The texts themselves never pass through React and Next: they are
// put in the place of their marks when the whole page is there. (Half of what a thread of 200 posts cost was the way through.)
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { gather } from './gather.mjs';

/** @type {AsyncLocalStorage<string[]>} */
const store = new AsyncLocalStorage();
/** @type {any} */ (globalThis)[Symbol.for('lectern.page-html')] = store;

// Nobody can write a mark into a page: React escapes, the sanitizer takes comments away, and this is secret besides.
const MARK = `<!--${randomBytes(12).toString('base64url')}.`;

/**
 * The marks of one page; a text that is handed over becomes one.
 * @extends {Array<string>}
 */
class Marks extends Array {
  /** @type {string[]} */
  texts = [];

  /** @param {string} text */
  push(text) {
    this[this.length] = `${MARK}${this.length}-->`;
    return this.texts.push(text);
  }
}

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
  const marks = new Marks();
  gather(
    response,
    () => String(response.getHeader('content-type') ?? '').startsWith('text/html'),
    (page) => {
      response.removeHeader('content-length');
      const whole = filled(page, marks.texts);
      // What the request leaves behind may stay for a while; its texts need not.
      marks.texts.length = 0;
      return whole;
    },
  );
  store.run(marks, work);
}

/**
 * The page with its texts in place of their marks.
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
