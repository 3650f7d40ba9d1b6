import type { ReactNode } from 'react';
import { Verdict } from '@/components/ui/verdict';
import type { ReviewOf } from '../any-type';
import type { ReviewProps } from '../define-ui';
import type { PublicOption } from '../options';
import { Letter } from '../ui/letter';
import { Feedback, VerdictLine } from '../ui/review-parts';
import { RichText } from '../ui/rich-text';
import type { KeyEntry, ordering, PlacedEntry } from './index';
import { earnedPairs, type Pairs } from './pairs';

/** The student's order with a verdict on each entry, and beside it, row by row, the right one if it may be shown. */
export function OrderingReview({ review, whose }: ReviewProps<ReviewOf<typeof ordering>>) {
  const right = review.key?.entries;
  const rows = { gridTemplateRows: `repeat(${Math.max(review.entries.length, right?.length ?? 0) + 1}, auto)` };
  return (
    <>
      <VerdictLine review={review} />
      {review.pairs && review.verdict !== 'correct' ? <PairsLine {...review.pairs} /> : null}
      <div style={rows} className="grid gap-x-8 gap-y-0 sm:grid-flow-col sm:auto-cols-fr">
        {review.entries.length === 0 ? null : (
          <Column title={whose.order}>
            {review.entries.map((entry, place) => (
              <Cell key={entry.id} place={place} entry={entry} bar={entry.verdict}>
                <PlacedVerdict entry={entry} right={right} />
              </Cell>
            ))}
          </Column>
        )}
        {right === undefined ? null : (
          <Column title={`Correct order: ${lowerFirst(review.fromTo)}`}>
            {right.map((entry, place) => (
              <Cell key={entry.id} place={place} entry={entry} />
            ))}
          </Column>
        )}
      </div>
    </>
  );
}

/** How the points came about, so that a student can follow the sum. */
function PairsLine({ inOrder, of }: Pairs) {
  const out = of - inOrder;
  return (
    <p className="-mt-2 mb-4 font-sans text-ink-2 text-ui-s">
      Of the {of} pairs of entries, {inOrder} {inOrder === 1 ? 'stands' : 'stand'} in order and {out}{' '}
      {out === 1 ? 'does' : 'do'} not, which counts as {earnedPairs({ inOrder, of })} of {of}.
    </p>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-4 grid sm:row-span-full sm:grid-rows-subgrid">
      <p className="border-line border-b pb-1.5 font-sans text-ink-3 text-ui-s">{title}</p>
      <ol className="m-0 grid list-[''] p-0 sm:row-[2/-1] sm:grid-rows-subgrid">{children}</ol>
    </div>
  );
}

interface CellProps {
  readonly place: number;
  readonly entry: PublicOption;
  readonly bar?: 'correct' | 'not-correct';
  readonly children?: ReactNode;
}

function Cell({ place, entry, bar, children }: CellProps) {
  return (
    <li className="review-row" data-bar={bar}>
      <Letter>{place + 1}</Letter>
      <div>
        <RichText words={entry} className="row-words text-ink" />
        {children}
      </div>
    </li>
  );
}

/** Whether an entry stands in its place; where it belongs and why is told with the key. */
function PlacedVerdict({ entry, right = [] }: { entry: PlacedEntry; right?: readonly KeyEntry[] | undefined }) {
  const belongsAt = right.findIndex(({ id }) => id === entry.id);
  const misplaced = entry.verdict === 'not-correct';
  const why = misplaced ? right[belongsAt]?.feedback : undefined;
  return (
    <>
      <p className="mt-1 font-sans font-semibold text-ui-s">
        <Verdict kind={entry.verdict}>
          {!misplaced ? 'In its place' : belongsAt < 0 ? 'Not in its place' : `Belongs at ${belongsAt + 1}`}
        </Verdict>
      </p>
      {why ? <Feedback words={why} /> : null}
    </>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
