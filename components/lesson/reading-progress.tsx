'use client';

import { useEffect, useState } from 'react';
import { millisecondsToCount, minutesToRead } from '@/lib/progress/rules';
import { type ReportState, reportPassages } from './report-passages';
import { readUnread } from './unread';
import { watchPassages } from './watch-passages';

interface ReadingProgressProps {
  /** Where what was read is posted to. */
  readonly endpoint: string;
  /** How many passages the lesson has. */
  readonly of: number;
  /** Those that were not read, as `writeUnread` has them. */
  readonly unread: string;
}

const WORDS: Record<ReportState, string> = {
  told: '',
  waiting: 'Not saved yet, will retry',
  'signed-out': 'Signed out, not saved',
};

/**
 * How much of the lesson is read: a thin bar and the same in words. It watches the passages and reports them; nothing it does
 * moves the page. Without JavaScript it shows how things stood when the page was made.
 */
export function ReadingProgress({ endpoint, of, unread }: ReadingProgressProps) {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<ReportState>('told');
  // The page may be made again with more read than at first; what is watched is settled when it opens.
  const [unreadAtFirst] = useState(() => readUnread(unread));

  useEffect(() => {
    if (unreadAtFirst.length === 0) return;
    const reporter = reportPassages(endpoint, setState);
    const watched = unreadAtFirst.map(({ key, length }) => ({ key, milliseconds: millisecondsToCount(length) }));
    const stop = watchPassages(watched, (key) => {
      reporter.add(key);
      setSeen((before) => new Set(before).add(key));
    });
    return () => {
      stop();
      reporter.stop();
    };
  }, [endpoint, unreadAtFirst]);

  const left = readUnread(unread).filter(({ key }) => !seen.has(key));
  const read = of - left.length;
  const minutes = minutesToRead(left.reduce((sum, { length }) => sum + length, 0));
  const share = of === 0 ? 0 : read / of;
  return (
    <>
      <p className="numbers shrink-0 whitespace-nowrap text-ink-2 text-ui-s">
        <span className="text-ink">
          {read} of {of}
        </span>
        <span className="sr-only"> passages read</span>
        {minutes > 0 ? ` · ${minutes} min left` : ' · all read'}
        <span role="status" className="text-warn">
          {WORDS[state] ? ` · ${WORDS[state]}` : ''}
        </span>
      </p>
      <div aria-hidden="true" className="reading-bar">
        <div style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </>
  );
}
