'use client';

import { useEffect, useEffectEvent } from 'react';
import { focusKind, type Press, readKey } from './keys';

/** Listens for the player's keys, unless they are switched off or a dialog is open. `act` says whether the key was used. */
export function useKeys(on: boolean, act: (press: Press) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.isComposing || event.ctrlKey || event.altKey || event.metaKey;
    if (typing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const read = readKey({ key: event.key, shift: event.shiftKey, on: focusKind(document.activeElement) });
    if (read && act(read)) event.preventDefault();
  });
  useEffect(() => {
    if (!on) return;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
