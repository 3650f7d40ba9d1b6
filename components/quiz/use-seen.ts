'use client';

import { useEffect, useState } from 'react';

/** Positions of the questions that were on the screen in this tab; kept over a reload. */
export function useSeen(attemptId: string, position: number): ReadonlySet<number> {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([position]));
  useEffect(() => {
    const name = `lectern.seen.${attemptId}`;
    setSeen((before) => {
      const all = new Set([...before, position, ...stored(name)]);
      try {
        sessionStorage.setItem(name, JSON.stringify([...all]));
      } catch {
        // No storage: known as long as the page lives.
      }
      return all.size === before.size ? before : all;
    });
  }, [attemptId, position]);
  return seen;
}

function stored(name: string): number[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
  } catch {
    return [];
  }
}
