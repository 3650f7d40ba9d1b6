import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What is not here yet: "No questions asked yet". */
  readonly title: string;
  /** Why, and what it would be good for. */
  readonly why: ReactNode;
  /** The one thing to do now. */
  readonly action?: ReactNode;
  readonly className?: string;
}

/** A place with nothing in it yet, which says what belongs there and how to begin. */
export function EmptyState({ title, why, action, className = '' }: EmptyStateProps) {
  return (
    <div className={`border-line border-y py-10 ${className}`}>
      <p className="font-serif text-h3">{title}</p>
      <div className="mt-1 max-w-read text-ink-2 text-ui">{why}</div>
      {action ? <div className="mt-5 flex flex-wrap gap-3">{action}</div> : null}
    </div>
  );
}
