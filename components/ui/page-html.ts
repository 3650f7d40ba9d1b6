interface Store {
  /** The long texts of the page that this request is answered with; undefined where nobody keeps them. */
  getStore(): string[] | undefined;
}

// cli/serve/page-html.mjs puts it there: components are bundled apart from the server, and may not ask for it by import.
const STORE = Symbol.for('lectern.page-html');

/** On the server, while a page is answered as a document: its long texts. Undefined for every other answer, and in the browser. */
export function pageHtml(): string[] | undefined {
  return (globalThis as { [STORE]?: Store })[STORE]?.getStore();
}
