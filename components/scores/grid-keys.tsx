'use client';

import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

const CELLS = 'th, td';

/** Makes a cell the one that Tab comes to. */
function stopAt(grid: HTMLTableElement | null, cell: Element | null): void {
  if (!cell) return;
  for (const stop of grid?.querySelectorAll('[tabindex="0"]') ?? []) stop.setAttribute('tabindex', '-1');
  cell.setAttribute('tabindex', '0');
}

/**
 * The keys of a grid around a server-rendered table (ARIA Authoring Practices, "Grid"): one tab stop, arrows, Home and End, with Ctrl to
 * the corners, Page Up and Page Down by ten rows, Enter to follow the cell's link, or the row's where it has none. Where a cell has
 * several, Enter or F2 goes into it, arrows go from link to link, Escape comes out.
 */
export function GridKeys({ children, label }: { children: ReactNode; label: string }) {
  const grid = useRef<HTMLTableElement>(null);
  const router = useRouter();

  function cellAt(row: number, column: number): HTMLElement | null {
    const rows = grid.current?.rows;
    if (!rows || rows.length === 0) return null;
    const line = rows[Math.max(0, Math.min(rows.length - 1, row))];
    const cells = line?.querySelectorAll<HTMLElement>(CELLS);
    return cells?.[Math.max(0, Math.min(cells.length - 1, column))] ?? null;
  }

  function moveTo(cell: HTMLElement | null) {
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  // Tab comes back to the cell that one left, however one came to it: by a key or by a click.
  const onFocus = ({ target }: FocusEvent) => stopAt(grid.current, target.closest(CELLS));

  // A table sorted anew brings a first stop of its own, while the focus may still be in its head.
  useLayoutEffect(() => {
    const cell = children && document.activeElement?.closest(CELLS);
    if (cell && grid.current?.contains(cell)) stopAt(grid.current, cell);
  }, [children]);

  /** Within a cell: arrows from link to link, Escape out of it. Whether the key was one of these. */
  function moveWithin(cell: HTMLElement, at: EventTarget, key: string): boolean {
    const links = [...cell.querySelectorAll('a')];
    const place = links.indexOf(at as HTMLAnchorElement);
    if (key === 'Escape') cell.focus();
    else if (links.length > 1 && (key === 'ArrowDown' || key === 'ArrowRight')) links[place + 1]?.focus();
    else if (links.length > 1 && (key === 'ArrowUp' || key === 'ArrowLeft')) links[place - 1]?.focus();
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(CELLS);
    const line = cell?.closest('tr');
    if (!cell || !line || event.altKey || event.metaKey) return;
    if (event.target !== cell && moveWithin(cell, event.target, event.key)) {
      event.preventDefault();
      return;
    }
    const row = line.rowIndex;
    const column = [...line.querySelectorAll(CELLS)].indexOf(cell);
    const last = Number.MAX_SAFE_INTEGER;
    const target: Record<string, () => HTMLElement | null> = {
      ArrowUp: () => cellAt(row - 1, column),
      ArrowDown: () => cellAt(row + 1, column),
      ArrowLeft: () => cellAt(row, column - 1),
      ArrowRight: () => cellAt(row, column + 1),
      Home: () => cellAt(event.ctrlKey ? 0 : row, 0),
      End: () => cellAt(event.ctrlKey ? last : row, last),
      PageUp: () => cellAt(row - 10, column),
      PageDown: () => cellAt(row + 10, column),
    };
    const move = target[event.key];
    if (move) {
      event.preventDefault();
      moveTo(move());
    } else if ((event.key === 'Enter' || event.key === 'F2') && event.target === cell) {
      event.preventDefault();
      const [link = line.querySelector('a'), other] = cell.querySelectorAll('a');
      if (other) link?.focus();
      else if (link && cell.closest('thead')) link.click();
      else if (link && event.key === 'Enter') router.push(link.getAttribute('href') ?? '');
    }
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with keys, by the ARIA practices
    <table ref={grid} role="grid" aria-label={label} className="score-grid" onKeyDown={onKeyDown} onFocus={onFocus}>
      {children}
    </table>
  );
}
