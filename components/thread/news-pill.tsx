'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { focusPost } from './composer';
import { useNews } from './use-live';

interface NewsPillProps {
  readonly topic: string;
  /** Where to ask how much is new since the page was made. */
  readonly ask: string;
  readonly one: string;
  readonly many: string;
  /** Over a list, where no room is kept for it. */
  readonly over?: boolean;
}

/**
 * "2 new posts, show": appears while one reads and moves nothing. Showing them is the reader's own act, and then the first of
 * them has the focus.
 */
export function NewsPill({ topic, ask, one, many, over = false }: NewsPillProps) {
  const { count, first } = useNews(topic, ask);
  const router = useRouter();
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current && focusPost(wanted.current)) wanted.current = null;
  });
  function show() {
    wanted.current = first;
    if (!first) window.scrollTo({ top: 0 });
    router.refresh();
  }
  const words = `${count} new ${count === 1 ? one : many}`;
  return (
    <div role="status" className={`news-pill no-print ${over ? 'is-over' : ''}`}>
      {count > 0 ? (
        <button type="button" onClick={show}>
          {words}, show
        </button>
      ) : null}
    </div>
  );
}
