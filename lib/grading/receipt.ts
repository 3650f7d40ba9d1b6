import { createHash } from 'node:crypto';
import { contentHash } from '@/lib/kernel/hash';

/** The hash of a cleared response. Told from an erased one, whose payload is gone and whose hash stays. */
export const CLEARED = contentHash(null);

/** What the receipt covers of an item: where it stands, which event counted, and the hash of what that held. */
export interface Covered {
  readonly position: number;
  readonly event_id: string | null;
  readonly payload_hash: string | null;
}

// Crockford's: no I, L, O, U, so that a code can be read aloud and typed.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The receipt of an attempt, e.g. "8F3K-72QM-9XTA-04BC": 80 bits of a hash chain over the counted responses in the paper's
 * order. It runs over payload hashes, so it still verifies after a person's responses have been erased.
 */
export function receiptOf(attemptId: string, items: readonly Covered[]): string {
  let link = sha256(`lectern receipt 1\n${attemptId}`);
  for (const { position, event_id, payload_hash } of items) {
    link = sha256(`${link}\n${position} ${event_id ?? '-'} ${payload_hash ?? '-'}`);
  }
  const bits = BigInt(`0x${link.slice(0, 20)}`);
  const letters = Array.from({ length: 16 }, (_, i) => ALPHABET[Number((bits >> BigInt(75 - 5 * i)) & 31n)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
