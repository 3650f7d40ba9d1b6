import type { ReactNode } from 'react';
import { markup } from './markup';

const kept = new WeakMap<object, Map<string, string>>();

/**
 * The markup of elements that say nothing but `of`, which never changes (a kept text: lib/kernel/kept.ts), and `name`, which
 * names whatever else they are made from. Written once, and kept for as long as `of` is.
 */
export function keptMarkup(of: object, name: string, make: () => ReactNode): string {
  let all = kept.get(of);
  if (!all) {
    all = new Map();
    kept.set(of, all);
  }
  const known = all.get(name);
  if (known !== undefined) return known;
  const written = markup(make());
  all.set(name, written);
  return written;
}
