import type { IncomingMessage, ServerResponse } from 'node:http';
/** Takes away what nobody may claim, and says where the request comes from. */
export function setPeer(request: IncomingMessage, site: { readonly https: boolean }): void;
/** Makes an address that cannot be read one that does not exist. */
export function setAddress(request: IncomingMessage): void;
/** Answers 413 to a body over 1 MB; false where it has answered already. */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean;
