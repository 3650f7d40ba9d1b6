// A route's JSON passes Next by. As the body of a Response it would go through two web streams, which took a seventh of what a
// save costs; so lib/doors/json.ts hands the text over here and answers without a body, and the text is put in its place.
import { AsyncLocalStorage } from 'node:async_hooks';

/** @type {AsyncLocalStorage<{ text: string | null }>} */
const store = new AsyncLocalStorage();
/** @type {any} */ (globalThis)[Symbol.for('lectern.json-body')] = store;

/**
 * Calls `work` so that a route in it may hand over its JSON. It is sent where the answer that Next ends is of JSON and has no body.
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} work
 */
export function keepJsonBody(response, work) {
  /** @type {{ text: string | null }} */
  const kept = { text: null };
  const { write, end } = response;
  const writePart = (/** @type {any[]} */ ...given) => {
    kept.text = null;
    return /** @type {any} */ (write).apply(response, given);
  };
  const endWhole = (/** @type {any[]} */ ...given) => {
    const { text } = kept;
    kept.text = null;
    const isFor =
      text !== null && given.length === 0 && String(response.getHeader('content-type')) === 'application/json';
    return /** @type {any} */ (end).apply(response, isFor ? [text] : given);
  };
  // Named first, and then put in their places: see gather.mjs.
  Object.assign(response, { write: writePart, end: endWhole });
  store.run(kept, work);
}
