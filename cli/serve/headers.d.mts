import type { IncomingMessage, ServerResponse } from 'node:http';

export function policy(nonce: string, dev: boolean): string;
export function safeHeaders(csp: string, https: boolean): Record<string, string>;
export function refusal(code: string | undefined, https: boolean): string;
export function setHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  site: { readonly dev: boolean; readonly https: boolean },
): void;
