'use client';

import { useEffect, useRef, useState } from 'react';
import { subscribe } from './live-hub';

/** Calls `hear` when something rings under the topic ("thread.<id>", "threads.<course>", "inbox"). */
export function useLive(topic: string, hear: () => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => subscribe(topic, () => latest.current()), [topic]);
}

export interface News {
  readonly count: number;
  /** The first new thing's id, where there is one. */
  readonly first: string | null;
}
const NONE: News = { count: 0, first: null };
const GATHER_MS = 250;

/**
 * How much has come since the page was made: asked through the front door when the topic rings, with the viewer's own permissions.
 * Begins anew when the address of the question changes.
 */
export function useNews(topic: string, ask: string): News {
  const [news, setNews] = useState<{ readonly of: string; readonly news: News }>({ of: ask, news: NONE });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLive(topic, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      try {
        const answer = await fetch(ask, { headers: { Accept: 'application/json' } });
        if (!answer.ok) return;
        const { count = 0, first = null } = (await answer.json()) as Partial<News>;
        setNews({ of: ask, news: { count, first } });
      } catch {
        // Offline: the next ring, or a reload, tells.
      }
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return news.of === ask ? news.news : NONE;
}
