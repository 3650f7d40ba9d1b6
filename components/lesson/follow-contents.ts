/** Marks, in the list of contents, the heading under which one is reading. Returns what stops it. */
export function followContents(): () => void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-contents] a[href^="#"]'), (link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (headings.length === 0) return () => {};
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    // The last heading above the upper third of the window.
    const line = window.innerHeight / 3;
    const at = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
    const next = at && links.get(at.id);
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'location');
    current = next;
  };
  let asked = 0;
  const onScroll = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      mark();
    });
  };
  mark();
  window.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    cancelAnimationFrame(asked);
    window.removeEventListener('scroll', onScroll);
    current?.removeAttribute('aria-current');
  };
}
