import type { ReactNode } from 'react';

/** How something was judged. Each has a word, a shape and a colour; the word and the shape say it without the colour. */
export type VerdictKind = 'correct' | 'partly-correct' | 'not-correct' | 'not-answered' | 'not-readable' | 'to-grade';

const LOOKS: Record<VerdictKind, { words: string; colour: string; shape: ReactNode }> = {
  correct: {
    words: 'Correct',
    colour: 'text-ok',
    shape: (
      <>
        <circle cx="10" cy="10" r="8" />
        <path d="m6.5 10.2 2.4 2.4 4.6-5" />
      </>
    ),
  },
  'partly-correct': {
    words: 'Partly correct',
    colour: 'text-warn',
    shape: (
      <>
        <circle cx="10" cy="10" r="8" />
        <path d="M10 2a8 8 0 0 0 0 16Z" fill="currentColor" />
      </>
    ),
  },
  'not-correct': {
    words: 'Not correct',
    colour: 'text-bad',
    shape: (
      <>
        <rect x="2.5" y="2.5" width="15" height="15" rx="2" />
        <path d="m7 7 6 6m0-6-6 6" />
      </>
    ),
  },
  'not-answered': {
    words: 'Not answered',
    colour: 'text-ink-2',
    shape: <circle cx="10" cy="10" r="8" strokeDasharray="2.8 2.2" />,
  },
  'not-readable': {
    words: 'Not readable',
    colour: 'text-bad',
    shape: (
      <>
        <rect x="2.5" y="2.5" width="15" height="15" rx="2" />
        <path d="M7.8 7.6a2.2 2.2 0 1 1 3.1 2c-.6.3-.9.7-.9 1.4v.3m0 2.6v.1" />
      </>
    ),
  },
  'to-grade': {
    words: 'To be graded',
    colour: 'text-ink-2',
    shape: (
      <>
        <circle cx="10" cy="10" r="8" />
        <path d="M10 5.5V10l3 2" />
      </>
    ),
  },
};

/** A verdict: its shape, and its word or the words given instead. `detail` follows after a comma, as in “Partly correct, 2 of 3”. */
export function Verdict({
  kind,
  children,
  detail,
}: {
  kind: VerdictKind;
  children?: ReactNode;
  detail?: string | undefined;
}) {
  const { words, colour, shape } = LOOKS[kind];
  return (
    <span className={`inline-flex items-start gap-1.5 ${colour}`}>
      <svg aria-hidden="true" viewBox="0 0 20 20" className="verdict-icon mt-px">
        {shape}
      </svg>
      <span>
        {children ?? words}
        {detail === undefined ? null : `, ${detail}`}
      </span>
    </span>
  );
}
