import type { ReactNode } from 'react';

interface TableScrollProps {
  /** What the table shows; the region's name, and what a screen reader hears on scrolling into it. */
  readonly label: string;
  readonly children: ReactNode;
  /** As high as the screen allows, so that the head stays in sight. Without it the table is as long as it is. */
  readonly tall?: boolean;
  readonly className?: string;
}

/**
 * A frame in which a wide table scrolls by itself, with the head and the first column held in place. The table within is
 * a plain `<table>`; head cells are `<th scope>`, the first of each row too. Numbers get the class `numbers text-end`.
 */
export function TableScroll({ label, children, tall = false, className = '' }: TableScrollProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
      tabIndex={0}
      className={`table-scroll relative overflow-auto ${tall ? 'max-h-[calc(100dvh-10rem)]' : ''} ${className}`}
    >
      {children}
    </section>
  );
}
