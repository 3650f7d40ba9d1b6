import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';

// OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane.
const COST = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Verified where there is no such account, so that a stranger cannot tell by the time which addresses have one.
const NOBODY = hash('a password that nobody has', COST);

let common: ReadonlySet<string> | undefined;

/** The argon2id hash of a password, whole: nothing is cut off, spaces and emoji count. NFKC, as NIST SP 800-63B §3.1.1.2 asks. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** Whether the password is the one of this hash. With no hash it takes as long and is false. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const same = await verify(stored ?? (await NOBODY), password.normalize('NFKC'));
  return same && stored !== null;
}

/**
 * What is wrong with a new password, or null: one of the 49,000 that are tried first, one made of a word that anybody
 * could guess here (the site's name, the course, one's own name or address), or one character over and over.
 * @param words own name, address and the like; words under four letters are not held against anybody
 */
export function refuseWeakPassword(password: string, words: readonly string[]): string | null {
  common ??= new Set(dictionary.passwords);
  const plain = password.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}]/gu, '');
  if (
    common.has(plain) ||
    common.has(plain.trim()) ||
    (bare.length > 0 && common.has(bare) && bare.length >= plain.length - 4)
  ) {
    return 'This password is among the first that are tried. Choose another, for example four words that have nothing to do with each other.';
  }
  if (new Set(plain).size <= 2) return 'This password repeats one or two characters. Choose another.';
  const guessable = ['lectern', ...words].flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const found = guessable.filter((word) => word.length >= 4 && plain.includes(word));
  const left = found.reduce((rest, word) => rest.replaceAll(word, ''), plain).replace(/[^\p{L}\p{N}]/gu, '');
  return found[0] && left.length < 6
    ? `This password is little more than “${found[0]}”, which is easy to guess here. Choose another.`
    : null;
}
