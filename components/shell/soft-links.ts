interface Router {
  push(href: string, options: { scroll: boolean }): void;
}

/** Follows a pressed link of a static part (components/ui/static.tsx) as Next's own Link does: without loading the whole page. */
export function followSoftly(event: MouseEvent, router: Router): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-soft]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return;
  // What Link leaves to the browser, too: another site, another window, a file to keep.
  if (link.origin !== location.origin || (link.target && link.target !== '_self') || link.hasAttribute('download'))
    return;
  event.preventDefault();
  router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.soft !== 'stay' });
}
