import type { Viewer } from '@/lib/kernel/ctx';

declare const minted: unique symbol;

/** Proof that the viewer administers the site. Gives no right inside any course. */
export interface Admin {
  readonly [minted]: true;
  readonly personId: string;
  readonly displayName: string;
  readonly timeZone: string;
}

/** The viewer as admin, or null. */
export function adminOf(viewer: Viewer | null): Admin | null {
  if (!viewer?.isAdmin) return null;
  const { personId, displayName, timeZone } = viewer;
  return { personId, displayName, timeZone } as Admin;
}
