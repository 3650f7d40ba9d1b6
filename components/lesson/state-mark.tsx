import type { ReactNode } from 'react';
import type { LessonState } from '@/lib/progress/rules';

const SHAPES: Record<LessonState, ReactNode> = {
  'not-started': <circle cx="10" cy="10" r="7" />,
  reading: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 0 0 14Z" fill="currentColor" />
    </>
  ),
  'to-check': (
    <>
      <circle cx="10" cy="10" r="7" />
      <circle cx="10" cy="10" r="3.25" fill="currentColor" stroke="none" />
    </>
  ),
  checking: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l2.5 2" />
    </>
  ),
  done: (
    <>
      <circle cx="10" cy="10" r="7.75" fill="currentColor" stroke="none" />
      <path d="m6.6 10.2 2.3 2.3 4.5-4.8" stroke="var(--paper)" />
    </>
  ),
};

/** How a row of the outline stands, as a shape. Always beside the words; screen readers do not hear it. */
export function StateMark({ state, className = '' }: { state: LessonState; className?: string }) {
  const colour = state === 'done' ? 'text-ok' : state === 'not-started' ? 'text-line-strong' : 'text-accent';
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={`size-5 shrink-0 ${colour} ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[state]}
    </svg>
  );
}
