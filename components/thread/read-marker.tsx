'use client';

import { useActionState, useEffect, useRef } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { sent, type ThreadAction } from './thread-action';

interface ReadMarkerProps {
  readonly thread: string;
  /** When the newest post on the page was written. */
  readonly upTo: string;
  readonly action: ThreadAction<unknown>;
}

const LOOKED_AT_MS = 1_500;

/** Notes that a thread was read, once the page has been looked at for a moment; without JavaScript it is a button. */
export function ReadMarker({ thread, upTo, action }: ReadMarkerProps) {
  const [, submit] = useActionState(action, null);
  // The action is bound anew at each rendering; it is always the same one.
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        document.removeEventListener('visibilitychange', look);
        void sent(latest.current, { thread, upTo });
      }, LOOKED_AT_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [thread, upTo]);
  return (
    <noscript>
      <form action={submit}>
        <input type="hidden" name="thread" value={thread} />
        <input type="hidden" name="upTo" value={upTo} />
        <SubmitButton variant="quiet">Mark as read</SubmitButton>
      </form>
    </noscript>
  );
}
