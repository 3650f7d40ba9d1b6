'use client';

import { Dialog } from '@/components/ui/dialog';
import { type NavProps, QuestionNav } from './question-nav';

/** On a phone: previous, where one is (opens all questions as a sheet), next, under the thumb. */
export function PhoneBar({
  previous,
  next,
  nextWords,
  ...nav
}: NavProps & {
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
  readonly nextWords: string;
}) {
  const { items, current } = nav;
  return (
    <div className="no-print fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden">
      <div className="grid h-[3.75rem] grid-cols-[1fr_auto_1fr] items-center gap-2 px-3">
        <PhoneButton act={previous} words="Previous" side="start" />
        <Dialog
          trigger={
            <button
              type="button"
              className="numbers inline-flex min-h-12 items-center justify-center rounded-sm border border-line-strong px-4 text-ui"
            >
              <span className="sr-only">All questions: </span>
              {current === 0 ? 'Review' : `${current} / ${items.length}`}
            </button>
          }
          title="Questions"
        >
          {(close) => (
            <QuestionNav
              {...nav}
              go={(position) => {
                close();
                nav.go(position);
              }}
            />
          )}
        </Dialog>
        <PhoneButton act={next} words={nextWords} side="end" />
      </div>
    </div>
  );
}

function PhoneButton({ act, words, side }: { act: (() => void) | null; words: string; side: 'start' | 'end' }) {
  if (!act) return <span />;
  const look =
    side === 'end'
      ? 'justify-self-end bg-accent text-on-accent px-5'
      : 'justify-self-start text-link px-3 hover:bg-sunken';
  return (
    <button
      type="button"
      onClick={act}
      className={`inline-flex min-h-12 items-center rounded-sm font-semibold text-ui ${look}`}
    >
      {words}
    </button>
  );
}
