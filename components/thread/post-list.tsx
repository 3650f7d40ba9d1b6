'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { focusPost } from './composer';
import { NewsPill } from './news-pill';
import { ReadMarker } from './read-marker';
import type { ThreadAction } from './thread-action';

interface PostListProps {
  readonly thread: string;
  /** When the newest post shown was written; null where there is none. */
  readonly newestAt: string | null;
  /** Where to ask how much is new since the page was made. */
  readonly ask: string;
  readonly markRead: ThreadAction<unknown>;
  readonly children: ReactNode;
}

const PLAIN = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** A page that was reached without loading has no `:target`, whatever its address says: the post is marked, and has the focus. */
function landHere(): (() => void) | undefined {
  const { hash } = window.location;
  if (!hash.startsWith('#post-') || document.querySelector(':target')) return;
  const post = document.getElementById(hash.slice(1));
  post?.setAttribute('data-landed', '');
  focusPost(hash.slice('#post-'.length));
  const leave = () => post?.removeAttribute('data-landed');
  addEventListener('hashchange', leave, { once: true });
  return () => removeEventListener('hashchange', leave);
}

/**
 * The posts, what is new since, and that they were read; one component of the browser's, for each costs every page. The posts'
 * links are plain ones that work without this; with it they stay in the page. While the focus is on a post, j and k go to the
 * next and the previous one and r replies (nowhere else: WCAG 2.1.4).
 */
export function PostList({ thread, newestAt, ask, markRead, children }: PostListProps) {
  const router = useRouter();
  useEffect(landHere, []);
  // A refreshed page brings all posts anew, as one text: whoever was on a post stays on it.
  const at = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (children && at.current && document.activeElement === document.body) {
      document.querySelector<HTMLElement>(`#${at.current} [tabindex]`)?.focus({ preventScroll: true });
    }
  }, [children]);
  function onClick(event: MouseEvent<HTMLElement>) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-reply], a[data-go]');
    if (!link || !PLAIN(event)) return;
    event.preventDefault();
    const { pathname, search, hash } = new URL(link.href);
    const reply = link.hasAttribute('data-reply');
    router.push(pathname + search + (reply ? '' : hash), { scroll: !reply });
    if (reply) document.querySelector<HTMLElement>('#write textarea')?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || !['j', 'k', 'r'].includes(event.key)) return;
    const at = event.target as Element;
    const post = at.closest('article');
    if (!post || at.closest('input, textarea, select')) return;
    event.preventDefault();
    if (event.key === 'r') {
      post.querySelector<HTMLElement>('a[data-reply]')?.click();
      return;
    }
    const all = [...event.currentTarget.querySelectorAll('article')];
    const next = all[all.indexOf(post) + (event.key === 'j' ? 1 : -1)];
    const head = next?.querySelector<HTMLElement>('[tabindex]');
    head?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only shortens the way of links, which have keys of their own */}
      <div
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          at.current = target.closest('article')?.id ?? null;
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget) at.current = null;
        }}
      >
        {children}
      </div>
      <NewsPill topic={`thread.${thread}`} ask={ask} one="post" many="posts" />
      {newestAt ? <ReadMarker thread={thread} upTo={newestAt} action={markRead} /> : null}
    </>
  );
}
