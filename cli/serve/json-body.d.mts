import type { ServerResponse } from 'node:http';
/** Calls `work` so that a route in it may hand over its JSON (lib/doors/json.ts). */
export function keepJsonBody(response: ServerResponse, work: () => void): void;
