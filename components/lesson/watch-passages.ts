/** A passage still to be read, and how long it must be in sight. */
export interface ToWatch {
  readonly key: string;
  readonly milliseconds: number;
}

const TICK = 500;
const STEPS = Array.from({ length: 11 }, (_, i) => i / 10);
// Most of it in sight; or, of one taller than the window, half a window of it.
const inSight = ({ intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= 0.6 || intersectionRect.height >= window.innerHeight * 0.5;

/** Calls `onRead` once for each passage that was in sight of a visible page for its time. Returns what stops it. */
export function watchPassages(toWatch: readonly ToWatch[], onRead: (key: string) => void): () => void {
  const left = new Map<Element, ToWatch & { spent: number }>();
  const seen = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (inSight(entry)) seen.add(entry.target);
        else seen.delete(entry.target);
      }
    },
    { threshold: STEPS, rootMargin: '-80px 0px -40px 0px' },
  );
  for (const watched of toWatch) {
    const element = document.getElementById(watched.key);
    if (!element) continue;
    left.set(element, { ...watched, spent: 0 });
    observer.observe(element);
  }
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    for (const element of seen) {
      const watched = left.get(element);
      if (!watched) continue;
      watched.spent += TICK;
      if (watched.spent < watched.milliseconds) continue;
      left.delete(element);
      seen.delete(element);
      observer.unobserve(element);
      onRead(watched.key);
    }
  }, TICK);
  return () => {
    clearInterval(timer);
    observer.disconnect();
  };
}
