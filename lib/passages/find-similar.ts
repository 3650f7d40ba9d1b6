/** Where words begin and end in a text, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The place in `text` that is nearest to `words`, with at most `errors` characters changed, added or lost (Sellers 1980). Null
 * where there is none, or where two places that do not overlap are equally near.
 */
export function findSimilar(text: string, words: string, errors: number): Span | null {
  const size = words.length;
  if (size === 0) return null;
  // One column of the distance matrix, and where the match that ends here began.
  let distance = Array.from({ length: size + 1 }, (_, i) => i);
  let began = new Array<number>(size + 1).fill(0);
  let found: (Span & { readonly errors: number }) | null = null;
  let isTie = false;
  for (let at = 1; at <= text.length; at++) {
    const nextDistance = [0];
    const nextBegan = [at];
    for (let i = 1; i <= size; i++) {
      const changed = (distance[i - 1] ?? 0) + (words[i - 1] === text[at - 1] ? 0 : 1);
      const added = (distance[i] ?? 0) + 1;
      const lost = (nextDistance[i - 1] ?? 0) + 1;
      const least = Math.min(changed, added, lost);
      nextDistance.push(least);
      const from = least === changed ? began[i - 1] : least === added ? began[i] : nextBegan[i - 1];
      nextBegan.push(from ?? 0);
    }
    distance = nextDistance;
    began = nextBegan;
    const here = { start: began[size] ?? 0, end: at, errors: distance[size] ?? size };
    if (here.errors > errors || here.start >= here.end) continue;
    const overlaps = found !== null && here.start < found.end;
    if (!found || here.errors < found.errors) {
      found = here;
      isTie = false;
    } else if (here.errors === found.errors && !overlaps) isTie = true;
  }
  return found && !isTie ? { start: found.start, end: found.end } : null;
}
