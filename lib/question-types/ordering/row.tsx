import type { KeyboardEvent, ReactNode } from 'react';
import type { PublicOption } from '../options';
import { RichText } from '../ui/rich-text';

interface RowProps {
  readonly entry: PublicOption;
  readonly place: number;
  readonly count: number;
  readonly id: string;
  readonly onMove: (to: number) => void;
}

/** An entry with its position, and the controls that move it. `onMove` is asked for any place, also beyond an end. */
export function Row({ entry, place, count, id, onMove }: RowProps) {
  function onKeyDown(event: KeyboardEvent) {
    // Alt and ↓ opens a select.
    if (!event.altKey || event.target instanceof HTMLSelectElement) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? place - 1 : place + 1);
  }
  return (
    <li
      onKeyDown={onKeyDown}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 print:break-inside-avoid"
    >
      <select
        id={`${id}-position`}
        aria-label={`Position of ${entry.text}`}
        value={place}
        onChange={(event) => onMove(Number(event.target.value))}
        className="h-11 w-16 shrink-0 rounded-[4px] border border-line-strong bg-surface ps-2 text-ink text-ui tabular-nums
          focus-visible:outline-3 focus-visible:outline-focus focus-visible:outline-offset-2 print:hidden"
      >
        {Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a position is its index
          <option key={i} value={i}>
            {i + 1}
          </option>
        ))}
      </select>
      <span aria-hidden="true" className="hidden w-12 shrink-0 border-ink border-b print:inline-block">
        &nbsp;
      </span>
      <RichText words={entry} className="min-w-0 flex-1 basis-28 font-serif text-ink text-read wrap-anywhere" />
      <span className="ms-auto flex shrink-0 gap-1 print:hidden">
        <ArrowButton
          id={`${id}-up`}
          label={`Move up: ${entry.text}`}
          atEnd={place === 0}
          onPress={() => onMove(place - 1)}
        >
          <Arrow path="m5 12 7-7 7 7M12 19V5" />
        </ArrowButton>
        <ArrowButton
          id={`${id}-down`}
          label={`Move down: ${entry.text}`}
          atEnd={place === count - 1}
          onPress={() => onMove(place + 1)}
        >
          <Arrow path="M12 5v14m7-7-7 7-7-7" />
        </ArrowButton>
      </span>
    </li>
  );
}

/** Drawn here: the library of icons is two kilobytes on the player, for two arrows. */
function Arrow({ path }: { path: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}

interface ArrowProps {
  readonly id: string;
  readonly label: string;
  /** There is nowhere to go; the button stays focusable, so that an entry moved to the end keeps the focus. */
  readonly atEnd: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function ArrowButton({ id, label, atEnd, onPress, children }: ArrowProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={label}
      aria-disabled={atEnd || undefined}
      onClick={onPress}
      className="grid size-11 place-items-center rounded-[4px] text-ink-2 transition-colors hover:bg-sunken hover:text-ink
        focus-visible:outline-3 focus-visible:outline-focus focus-visible:outline-offset-2
        aria-disabled:cursor-default aria-disabled:text-line-strong aria-disabled:opacity-60 aria-disabled:hover:bg-transparent"
    >
      {children}
    </button>
  );
}
