/** A list with the item at `from` put where `to` is; the items between move by one. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/**
 * What a screen reader says when an entry moves: where it stands now and between which others, as in “Radar incident, moved to
 * position 3 of 7. After: Court ruling; before: Export rules.” A move beyond an end says that there is none.
 */
export function describeMove(entries: readonly { readonly text: string }[], from: number, to: number): string {
  const name = entries[from]?.text ?? '';
  if (to < 0) return `${name} is first already.`;
  if (to >= entries.length) return `${name} is last already.`;
  const after = moved(entries, from, to);
  const [above, below] = [after[to - 1], after[to + 1]];
  const neighbours = [above && `after: ${above.text}`, below && `before: ${below.text}`]
    .filter((each) => each !== undefined)
    .join('; ');
  return `${name}, moved to position ${to + 1} of ${entries.length}. ${neighbours.charAt(0).toUpperCase()}${neighbours.slice(1)}.`;
}
