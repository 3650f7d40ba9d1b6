/**
 * What `aria-current` says of a place of a course, on the page with this path: that it is the page itself, or that the page
 * belongs to it. `at` are the beginnings of the addresses within the course that belong to the place.
 */
export function ariaCurrent(path: string, place: string, at: string): 'page' | 'true' | undefined {
  if (path === place) return 'page';
  const within = path.replace(/^\/courses\/[^/]+/, '');
  return at.split(' ').some((each) => within.startsWith(each)) ? 'true' : undefined;
}

/** Says it of the places on this page: their markup is of the page that was asked for first, or that was gone back to. */
export function showCurrent(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.course-nav a[data-at]')) {
    const current = ariaCurrent(location.pathname, link.pathname, link.dataset.at ?? '');
    if (current) link.setAttribute('aria-current', current);
    else link.removeAttribute('aria-current');
  }
}
