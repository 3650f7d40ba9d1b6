// A page's long texts travel once: as markup. What the page's tree would carry of them a second time for React to start
// from is kept here while the page is made (components/ui/long-html.tsx puts it in, kept-html.tsx takes it out).
import { AsyncLocalStorage } from 'node:async_hooks';

/** @type {AsyncLocalStorage<string[]>} */
const store = new AsyncLocalStorage();
/** @type {any} */ (globalThis)[Symbol.for('lectern.page-html')] = store;

/**
 * Calls `work` so that a page made in it may keep its long texts apart; only where the answer is a document: what React asks
 * for later (a page's data, an action's answer) has no markup that the texts could be in.
 * @param {import('node:http').IncomingMessage} request
 * @param {() => void} work
 */
export function keepPageHtml(request, work) {
  const { rsc, 'next-action': action } = request.headers;
  if (rsc === undefined && action === undefined) store.run([], work);
  else work();
}
