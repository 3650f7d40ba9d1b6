import type { ReactNode } from 'react';

interface Props {
  readonly onPress: () => void;
  /** Greyed and without effect, but it keeps the focus: a button that vanished under the finger would lose it. */
  readonly inactive?: boolean;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

/** A small button in words, beside a question's fields. */
export function QuietButton({ onPress, inactive = false, strong = false, children }: Props) {
  return (
    <button
      type="button"
      aria-disabled={inactive || undefined}
      onClick={() => {
        if (!inactive) onPress();
      }}
      className={`min-h-11 rounded-[4px] px-3 font-sans text-ui transition-colors
        focus-visible:outline-3 focus-visible:outline-focus focus-visible:outline-offset-2
        aria-disabled:cursor-default aria-disabled:text-ink-3 aria-disabled:no-underline print:hidden
        ${strong ? 'border border-line-strong font-semibold text-ink hover:bg-sunken aria-disabled:border-line aria-disabled:hover:bg-transparent' : 'text-link underline underline-offset-2 hover:text-accent-hover'}`}
    >
      {children}
    </button>
  );
}
