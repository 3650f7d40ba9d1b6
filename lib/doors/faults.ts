import { unstable_rethrow } from 'next/navigation';
import { logFault } from '@/lib/kernel/log';
import { type Refusal, refuse } from '@/lib/kernel/result';

const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** Whether the database is away for now (starting, stopped, unreachable, full of connections): 503, and try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONNECTION.has(code) || code === 'P1001' || code === 'P1017' || code === 'P2024' || code === 'P2037') return true;
  return /Connection terminated|timeout exceeded when trying to connect|Can't reach database/.test(error.message);
}

export type Fault = Refusal<'fault' | 'unavailable'>;

/** Turns a thrown fault into the apology that is shown, with the id under which it was logged. */
export function apology(error: unknown, where: string): Fault {
  unstable_rethrow(error);
  const id = logFault(error, where);
  return isDatabaseAway(error)
    ? refuse('unavailable', 'Lectern cannot reach its database just now. Nothing you wrote is lost; try again shortly.')
    : refuse('fault', `Sorry, something went wrong on our side. If it keeps happening, tell us this number: ${id}.`);
}
