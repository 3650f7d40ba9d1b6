import { randomBytes } from 'node:crypto';
import pino from 'pino';

/** JSON lines to stdout (stderr for the CLI's sake stays free). No responses, passwords or tokens in it. */
export const log = pino({
  level: process.env.LECTERN_LOG ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** Logs a fault and returns the id that the person sees, so that the two can be put together. */
export function logFault(error: unknown, where: string): string {
  const id = randomBytes(5).toString('hex');
  log.error({ faultId: id, where, err: error instanceof Error ? error : new Error(String(error)) }, 'fault');
  return id;
}
