'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { addressOf } from './question-nav';

/**
 * Which question is on the screen, and how to go to another: 0 is the page that reviews all. The address follows, so that
 * Back, a reload and a link work. The screen changes at once, within the key press: whoever types fast answers what they see.
 */
export function usePosition(count: number): [number, (position: number) => void] {
  const asked = useSearchParams().get('q');
  const [position, setPosition] = useState(() => positionIn(asked, count));
  useEffect(() => {
    const follow = (): void => setPosition(positionIn(new URLSearchParams(window.location.search).get('q'), count));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [count]);
  const go = useCallback((to: number) => {
    setPosition(to);
    window.history.pushState(null, '', addressOf(to));
  }, []);
  return [position, go];
}

/** The question an address names: the first if it names none. */
function positionIn(q: string | null, count: number): number {
  if (q === 'review') return 0;
  const n = Number(q);
  return Number.isInteger(n) && n >= 1 && n <= count ? n : Math.min(1, count);
}
