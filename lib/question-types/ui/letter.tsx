import type { ReactNode } from 'react';

/** The letter or number of a row, on the baseline of the text beside it. */
export function Letter({ children }: { children: ReactNode }) {
  return (
    <span className="row-letter">
      <span>{children}</span>
    </span>
  );
}
