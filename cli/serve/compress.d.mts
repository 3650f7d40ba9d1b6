import type { IncomingMessage, ServerResponse } from 'node:http';

/** Makes an answer of text travel compressed, for whoever takes zstd (where Node makes it) or gzip. */
export function compress(request: IncomingMessage, response: ServerResponse): void;
