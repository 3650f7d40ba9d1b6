'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in a browser without JavaScript; true once the page answers to it. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
