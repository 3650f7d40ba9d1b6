import { contentHash } from '@/lib/kernel/hash';

/**
 * The id of what somebody sends: the same person, form and words give the same id, so that sending again (a lost answer, a
 * double press, a reloaded page) makes nothing twice, and other words from the same form are never taken for the first ones.
 * A version-8 UUID, RFC 9562 §5.8.
 */
export function idOf(...parts: readonly string[]): string {
  const hex = contentHash(parts);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
