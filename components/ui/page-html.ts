interface Store {
  /** Where the page that this request is answered with hands over its long texts; undefined where nobody takes them. */
  getStore(): string[] | undefined;
}

// cli/serve/page-html.mjs puts it there: components are bundled apart from the server, and may not ask for it by import.
const STORE = Symbol.for('lectern.page-html');

/** On the server, while a page is answered as a document: takes its long texts, and gives a mark for each. Undefined for every other answer, and in the browser. */
export function pageHtml(): string[] | undefined {
  return (globalThis as { [STORE]?: Store })[STORE]?.getStore();
}
