'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveStatus } from './saving/core';

const CALM = 5_000;

export interface Announcer {
  /** For a polite live region. */
  readonly polite: string;
  /** For an alert. */
  readonly alert: string;
  readonly say: (words: string) => void;
}

/**
 * What is said aloud about saving and time. "All answers saved" at most once in five seconds; a failure once, until it is
 * over. What is asked for (`say`) is said at once.
 */
export function useAnnouncer(status: SaveStatus): Announcer {
  const [polite, setPolite] = useState('');
  const [alert, setAlert] = useState('');
  const last = useRef({ status, at: -CALM });

  const say = useCallback((words: string) => {
    // The same words twice are heard once; a space that nobody hears makes them other words.
    setPolite((before) => (before === words ? `${words}\u00a0` : words));
  }, []);

  useEffect(() => {
    const { status: before, at } = last.current;
    last.current.status = status;
    if (status === 'waiting' && before !== 'waiting')
      setAlert('Not saved yet. Your answers are kept on this device and sent as soon as the connection is back.');
    if (status === 'refused' && before !== 'refused') setAlert('An answer was not saved.');
    if (status === 'changed' && before !== 'changed') setAlert('An answer was changed in another tab.');
    if (status !== 'saved' || before === 'saved' || before === 'untouched') return;
    setAlert('');
    const wait = Math.max(0, at + CALM - performance.now());
    const timer = setTimeout(() => {
      last.current.at = performance.now();
      say('All answers saved');
    }, wait);
    return () => clearTimeout(timer);
  }, [status, say]);

  return { polite, alert, say };
}
