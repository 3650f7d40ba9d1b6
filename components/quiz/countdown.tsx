'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { passed, type ServerClock, secondsLeft, timeLeftSpoken, timeLeftWords } from './time-left';
import { useKept } from './use-kept';

interface CountdownProps {
  readonly clock: ServerClock;
  readonly deadlineAt: string;
  readonly startedAt: string;
  readonly onZero: () => void;
  readonly announce: (words: string) => void;
}

/** The time left: minutes until the last five, then seconds. It can be hidden; it is told at a few moments either way. */
export function Countdown({ clock, deadlineAt, startedAt, onZero, announce }: CountdownProps) {
  const [left, setLeft] = useState(() => secondsLeft(clock, deadlineAt, performance.now()));
  const before = useRef(left);
  const [hidden, setHidden] = useKept('lectern.quiz.time-hidden', false);
  const total = (Date.parse(deadlineAt) - Date.parse(startedAt)) / 1000;
  const tick = useEffectEvent(() => {
    const now = secondsLeft(clock, deadlineAt, performance.now());
    const moment = passed(total, before.current, now);
    before.current = now;
    if (moment !== null) announce(timeLeftSpoken(moment));
    setLeft(now);
    if (now <= 0) onZero();
  });
  useEffect(() => {
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, []);
  const near = left <= 300;
  return (
    <span className="inline-flex items-center gap-1">
      <span
        data-time-left
        suppressHydrationWarning
        className={`numbers text-ui ${hidden ? 'sr-only' : ''} ${near ? 'font-semibold text-warn' : 'text-ink-2'}`}
      >
        {timeLeftWords(left)}
      </span>
      <button
        type="button"
        onClick={() => setHidden(!hidden)}
        className="inline-flex min-h-11 items-center px-1.5 text-ink-3 text-ui-s underline decoration-line-strong underline-offset-3 hover:text-link"
      >
        {hidden ? 'Show time' : 'Hide'}
        {hidden ? null : <span className="sr-only"> the time</span>}
      </button>
    </span>
  );
}
