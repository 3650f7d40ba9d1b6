'use client';

import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { StoredHtml } from '@/components/ui/stored-html';
import type { PaperItem } from '@/lib/attempts/schema';
import type { AnyResponse } from '@/lib/question-types/any-type';
import { QuestionAsk } from '@/lib/question-types/registry-ui';
import { ChangedElsewhere } from './changed-elsewhere';
import { FlagIcon } from './quiz-icons';
import { pointsWords } from './quiz-words';
import { SaveState } from './save-state';
import type { ItemState, SaveStatus } from './saving/core';

interface Props {
  readonly item: PaperItem;
  readonly of: number;
  readonly state: ItemState;
  readonly status: SaveStatus;
  readonly zone: string;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly answer: (response: unknown) => void;
  readonly flag: () => void;
  readonly decide: (choice: 'theirs' | 'mine') => void;
}

/** The prefix of every id within a question. */
export const idPrefixOf = (item: Pick<PaperItem, 'position'>): string => `q${item.position}`;

/** One question: where one is, its flag, the stem, what to answer, and whether that is saved. */
export function QuestionScreen({ item, of, state, status, zone, headingRef, answer, flag, decide }: Props) {
  const prefix = idPrefixOf(item);
  const saveId = `${prefix}-saved`;
  return (
    <section aria-labelledby={`${prefix}-place`} data-question={item.position}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b pb-2">
        <h2 id={`${prefix}-place`} ref={headingRef} tabIndex={-1} className="numbers text-ink-2 text-ui">
          <span className="font-semibold text-ink">
            Question {item.position} of {of}
          </span>{' '}
          · {pointsWords(item.points)}
        </h2>
        <Button
          variant="quiet"
          aria-pressed={state.flagged}
          onClick={flag}
          className={`-me-2 font-normal ${state.flagged ? 'text-warn' : ''}`}
        >
          <FlagIcon set={state.flagged} />
          {state.flagged ? 'Flagged' : 'Flag'}
        </Button>
      </div>
      <div className="mt-6">
        {state.theirs ? (
          <ChangedElsewhere
            question={item.question}
            theirs={state.theirs}
            zone={zone}
            stemId={`${prefix}-stem`}
            decide={decide}
          />
        ) : null}
        {state.refused === null ? null : (
          <Notice tone="bad" title="This answer was not saved" className="mb-6">
            <p>{state.refused} Change it to try again.</p>
          </Notice>
        )}
        <StoredHtml
          html={item.stemHtml}
          id={`${prefix}-stem`}
          className="prose mb-5 wrap-break-word font-serif text-ink text-read"
        />
        <QuestionAsk
          key={item.itemId}
          question={item.question}
          response={state.response as AnyResponse | null}
          onChange={answer}
          idPrefix={prefix}
          stemId={`${prefix}-stem`}
          describedBy={saveId}
        />
        <SaveState id={saveId} status={status} savedAt={state.savedAt} zone={zone} className="mt-1" />
      </div>
    </section>
  );
}
