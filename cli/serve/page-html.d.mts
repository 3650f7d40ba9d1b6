import type { IncomingMessage, ServerResponse } from 'node:http';
/** Calls `work` so that a page made in it may hand over its long texts, where the answer is a document. */
export function keepPageHtml(request: IncomingMessage, response: ServerResponse, work: () => void): void;
