import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits as hex: the seed of an attempt. */
export const newSeed = (): string => randomBytes(16).toString('hex');

/** A secret for a link: 256 random bits. What is stored is `hashSecret` of it. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** How a secret with full entropy is kept: SHA-256, base64url. Not for passwords. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

// No letters that read alike (0/o, 1/l/i): join codes are read aloud.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A short code to say aloud, e.g. "k7mq-w2xd": 40 bits, unique by index, useless without an open course and a throttle. */
export function newCode(): string {
  const letters = Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
