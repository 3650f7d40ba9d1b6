'use client';

import type { PaperItem } from '@/lib/attempts/schema';
import { FlagIcon } from './quiz-icons';
import type { ItemState } from './saving/core';

export interface NavProps {
  readonly items: readonly PaperItem[];
  readonly states: Readonly<Record<string, ItemState>>;
  readonly seen: ReadonlySet<number>;
  /** Position of the question on the screen; 0 on the page that reviews all. */
  readonly current: number;
  readonly go: (position: number) => void;
}

/** How a question stands, in words: "answered, flagged". */
export function standing(state: ItemState | undefined, seen: boolean): string {
  const answered = state?.response != null ? 'answered' : seen ? 'not answered' : 'not seen yet';
  return state?.flagged ? `${answered}, flagged` : answered;
}

/** Numbered links to every question. A filled square is answered, a flag is a flag, a double line is where you are. */
export function QuestionNav({ items, states, seen, current, go }: NavProps) {
  const blank = items.find(({ itemId, position }) => position !== current && states[itemId]?.response == null);
  return (
    <nav aria-label="Questions">
      <ol className="flex flex-wrap gap-2">
        {items.map(({ itemId, position }) => (
          <li key={itemId}>
            <NavButton
              position={position}
              state={states[itemId]}
              seen={seen.has(position)}
              current={position === current}
              go={go}
            />
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-x-5">
        {blank ? <NavLink words="Next unanswered" position={blank.position} go={go} /> : null}
        {current === 0 ? null : <NavLink words="Review all answers" position={0} go={go} />}
      </div>
    </nav>
  );
}

/** The address of a question on the player's page. */
export const addressOf = (position: number): string => (position === 0 ? '?q=review' : `?q=${position}`);

interface GoProps {
  readonly position: number;
  readonly go: (position: number) => void;
}

/** A real address, so that it works before the page is live; then it only changes what is shown. */
export function NavLink({ words, position, go, className = '' }: GoProps & { words: string; className?: string }) {
  return (
    <a
      href={addressOf(position)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(position);
      }}
      className={`inline-flex min-h-11 items-center text-link text-ui underline underline-offset-3 hover:text-accent-hover ${className}`}
    >
      {words}
    </a>
  );
}

interface NavButtonProps extends GoProps {
  readonly state: ItemState | undefined;
  readonly seen: boolean;
  readonly current: boolean;
}

function NavButton({ position, state, seen, current, go }: NavButtonProps) {
  const answered = state?.response != null;
  return (
    <a
      href={addressOf(position)}
      aria-label={`Question ${position}, ${standing(state, seen)}`}
      aria-current={current ? 'step' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(position);
      }}
      data-is={answered ? 'answered' : seen ? 'seen' : undefined}
      className="question-square"
    >
      {position}
      {state?.flagged ? (
        <span className="absolute -end-1.5 -top-1.5 grid size-5 place-items-center rounded-full border border-warn bg-warn-soft text-warn">
          <FlagIcon set className="size-3" />
        </span>
      ) : null}
    </a>
  );
}
