import type { IncomingMessage } from 'node:http';
/** Calls `work` so that a page made in it may keep its long texts apart, where the answer is a document. */
export function keepPageHtml(request: IncomingMessage, work: () => void): void;
