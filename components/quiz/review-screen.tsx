'use client';

import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PaperItem } from '@/lib/attempts/schema';
import type { AnyResponse } from '@/lib/question-types/any-type';
import { problemOf } from '@/lib/question-types/registry-ui';
import { addressOf, NavLink } from './question-nav';
import { FlagIcon } from './quiz-icons';
import { counted } from './quiz-words';
import { SaveState } from './save-state';
import { type SavingState, statusOf } from './saving/core';
import type { Submitting } from './use-attempt';

interface Props {
  readonly items: readonly PaperItem[];
  readonly saving: SavingState;
  readonly zone: string;
  readonly submitting: Submitting;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly go: (position: number) => void;
  readonly submit: () => void;
}

const PROGRESS: Record<Submitting, string> = {
  idle: '',
  saving: 'Waiting until all answers are saved…',
  'not-saved':
    'Nothing was submitted: some answers are not saved yet. Lectern keeps trying. Submit again when all are saved.',
  submitting: 'Submitting…',
  retrying: 'No answer from the server yet. Trying again; submitting twice does no harm.',
};

/** All answers at a glance before they are submitted: what is missing, what is flagged, and the one button. */
export function ReviewScreen({ items, saving, zone, submitting, headingRef, go, submit }: Props) {
  const blank = items.filter(({ itemId }) => saving.items[itemId]?.response == null);
  const problems = new Map(
    items.flatMap(({ itemId, question }) => {
      const problem = problemOf(question, (saving.items[itemId]?.response ?? null) as AnyResponse | null);
      return problem === null ? [] : [[itemId, problem] as const];
    }),
  );
  const flagged = items.filter(({ itemId }) => saving.items[itemId]?.flagged);
  const answered = items.length - blank.length;
  const busy = submitting !== 'idle' && submitting !== 'not-saved';
  return (
    <section aria-labelledby="review-title">
      <h2 id="review-title" ref={headingRef} tabIndex={-1} className="font-serif text-h2">
        Review your answers
      </h2>
      <p className="mt-2 text-ink-2 text-ui">
        {answered} of {counted(items.length, 'question')} answered
        {flagged.length > 0 ? `, ${flagged.length} flagged` : ''}. You can go back to any question; after submitting you
        cannot.
      </p>
      {blank.length > 0 ? (
        <Notice tone="warn" className="mt-5" title={`${counted(blank.length, 'question')} not answered`}>
          <p className="flex flex-wrap gap-x-4">
            {blank.map(({ itemId, position }) => (
              <NavLink key={itemId} words={`Question ${position}`} position={position} go={go} />
            ))}
          </p>
        </Notice>
      ) : null}
      {problems.size > 0 ? (
        <Notice tone="warn" className="mt-5" title={`${counted(problems.size, 'answer')} cannot be read`}>
          {items.map(({ itemId, position }) =>
            problems.has(itemId) ? (
              <p key={itemId}>
                <NavLink words={`Question ${position}`} position={position} go={go} className="me-2" />
                {problems.get(itemId)}
              </p>
            ) : null,
          )}
        </Notice>
      ) : null}
      <table className="mt-6 w-full border-line border-t text-ui">
        <caption className="sr-only">Your questions: answered or not, flagged or not, saved or not</caption>
        <thead>
          <tr className="border-line-strong border-b text-ink-3 text-ui-s">
            <th scope="col" className="py-2 pe-3 text-start font-semibold">
              Question
            </th>
            <th scope="col" className="py-2 pe-3 text-start font-semibold">
              Answer
            </th>
            <th scope="col" className="py-2 text-start font-semibold">
              Flag
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ itemId, position }) => {
            const state = saving.items[itemId];
            return (
              <tr key={itemId} className="border-line border-b">
                <th scope="row" className="pe-3 text-start font-normal">
                  <a
                    href={addressOf(position)}
                    onClick={(event) => {
                      event.preventDefault();
                      go(position);
                    }}
                    className="numbers inline-flex min-h-11 items-center whitespace-nowrap text-link underline underline-offset-3"
                  >
                    Question {position}
                  </a>
                </th>
                <td className="py-2 pe-3">
                  <span className="flex flex-wrap items-center gap-x-3">
                    {state?.response == null || problems.has(itemId) ? (
                      <strong className="font-semibold">
                        {state?.response == null ? 'Not answered' : 'Cannot be read'}
                      </strong>
                    ) : (
                      'Answered'
                    )}
                    <SaveState status={statusOf(saving, itemId)} savedAt={state?.savedAt ?? null} zone={zone} />
                  </span>
                </td>
                <td className="py-2">
                  {state?.flagged ? (
                    <span className="inline-flex items-center gap-1.5 text-warn">
                      <FlagIcon set />
                      Flagged
                    </span>
                  ) : (
                    <span className="text-ink-3">
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">Not flagged</span>
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button variant="primary" pending={busy} onClick={submit} className="max-sm:w-full">
          Submit {answered === items.length ? counted(answered, 'answer') : `${answered} of ${items.length} answers`}
        </Button>
        <NavLink words="Back to the questions" position={1} go={go} />
        <p role="status" className={`basis-full text-ui ${submitting === 'not-saved' ? 'text-bad' : 'text-ink-2'}`}>
          {PROGRESS[submitting]}
        </p>
      </div>
    </section>
  );
}
