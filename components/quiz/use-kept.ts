'use client';

import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'lectern:kept';

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A yes or no that this browser remembers. `initial` on the server, and where nothing was chosen. */
export function useKept(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const stored = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  );
  const set = useCallback(
    (value: boolean) => {
      try {
        localStorage.setItem(name, String(value));
      } catch {
        // No storage: the choice cannot be kept.
      }
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [stored === null ? initial : stored === 'true', set];
}
