import type { ServerResponse } from 'node:http';

/** Holds an answer back until it is whole, where `wants` says so; what `finish` makes of it is sent in one write. */
export function gather(
  response: ServerResponse,
  wants: () => boolean,
  finish: (body: Buffer) => Buffer | Promise<Buffer>,
): void;
