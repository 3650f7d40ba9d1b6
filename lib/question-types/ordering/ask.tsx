'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import type { PublicOf, ResponseOf } from '../any-type';
import type { AskProps } from '../define-ui';
import { AskFrame } from '../ui/ask-frame';
import { QuietButton } from '../ui/quiet-button';
import type { ordering } from './index';
import { describeMove, moved } from './move';
import { Row } from './row';

type Ordering = typeof ordering;

/**
 * Entries to put in order by buttons, by a list of positions or by Alt and the arrow keys. Until the student moves something or says
 * “Keep this order” there is no response: the order shown is chance’s, not theirs.
 */
export function Ask({ question, response, onChange, ...frame }: AskProps<PublicOf<Ordering>, ResponseOf<Ordering>>) {
  const [announcement, announce] = useState('');
  const focusAfterMove = useRef<string | null>(null);
  const shown = question.entries.map(({ id }) => id);
  const order = response?.order ?? shown;
  const entries = order.flatMap((id) => question.entries.filter((entry) => entry.id === id));

  // A row that React moves in the page loses the focus: give it back to the control that moved it.
  useLayoutEffect(() => {
    if (focusAfterMove.current === null) return;
    document.getElementById(focusAfterMove.current)?.focus();
    focusAfterMove.current = null;
  });

  function move(id: string, to: number) {
    const from = order.indexOf(id);
    if (to === from) return;
    focusAfterMove.current = document.activeElement?.id ?? null;
    announce(describeMove(entries, from, to));
    if (to >= 0 && to < order.length) onChange({ order: moved(order, from, to) });
  }

  function keep() {
    announce('This order is now your answer.');
    onChange({ order: shown });
  }

  function startAgain() {
    announce('Back to the order first shown. Not answered.');
    onChange(null);
  }

  return (
    <AskFrame
      {...frame}
      hint={
        <>
          <strong className="font-semibold text-ink-2">{question.fromTo}.</strong>{' '}
          <span className="print:hidden">
            Move with the arrows or the position<span className="pointer-coarse:hidden">, or with Alt and ↑ or ↓</span>.
          </span>
          <span className="hidden print:inline">Number them from 1 to {entries.length}.</span>
        </>
      }
    >
      <ol className="m-0 list-[''] border-line border-t p-0">
        {entries.map((entry, place) => (
          <Row
            key={entry.id}
            entry={entry}
            place={place}
            count={entries.length}
            id={`${frame.idPrefix}-${entry.id}`}
            onMove={(to) => move(entry.id, to)}
          />
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap items-center gap-x-2 print:hidden">
        <QuietButton strong inactive={response !== null || frame.disabled === true} onPress={keep}>
          Keep this order
        </QuietButton>
        <QuietButton inactive={response === null || frame.disabled === true} onPress={startAgain}>
          Start again
        </QuietButton>
        <span className="text-ink-3 text-ui-s">
          {response === null
            ? 'Not answered until you move something or keep this order.'
            : 'Your order is your answer.'}
        </span>
      </div>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </AskFrame>
  );
}
