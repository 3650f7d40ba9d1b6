import type { ReactNode } from 'react';

/** The letter or number of a row, on the baseline of the text beside it. */
export function Letter({ children }: { children: ReactNode }) {
  return (
    <span className="w-5 shrink-0 text-center font-serif text-read">
      <span className="font-sans font-semibold text-ink-2 text-ui-s uppercase tabular-nums">{children}</span>
    </span>
  );
}
