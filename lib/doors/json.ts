interface Store {
  /** Where the route that answers this request hands over its JSON; undefined where nobody takes it. */
  getStore(): { text: string | null } | undefined;
}

// cli/serve/json-body.mjs puts it there: routes are bundled apart from the server, and may not ask for it by import.
const STORE = Symbol.for('lectern.json-body');

/** JSON as an answer. Our own server takes its text as it is; elsewhere it is the body of the Response. */
export function json(value: unknown, init: { status?: number; headers: Record<string, string> }): Response {
  const kept = (globalThis as { [STORE]?: Store })[STORE]?.getStore();
  if (!kept) return Response.json(value, init);
  kept.text = JSON.stringify(value);
  return new Response(null, { ...init, headers: { ...init.headers, 'Content-Type': 'application/json' } });
}
