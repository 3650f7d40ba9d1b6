'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { AnyPublic, AnyResponse } from '@/lib/question-types/any-type';
import { QuestionAsk } from '@/lib/question-types/registry-ui';
import type { Event } from './saving/core';
import { timeOfDay } from './saving/words';

interface Props {
  readonly question: AnyPublic;
  readonly theirs: Event;
  readonly zone: string;
  readonly stemId: string;
  readonly decide: (choice: 'theirs' | 'mine') => void;
}

/** The same question was answered elsewhere: shows that answer, and lets the student say which one holds. */
export function ChangedElsewhere({ question, theirs, zone, stemId, decide }: Props) {
  return (
    <Notice tone="warn" title="Changed in another tab" className="mb-6">
      <p>
        This question was answered in another tab or on another device at {timeOfDay(theirs.savedAt, zone)}. Below is
        the answer given here.
      </p>
      <details className="py-1">
        <summary className="inline-flex min-h-8 items-center text-link underline underline-offset-3">
          Show the other answer
        </summary>
        <div className="mt-2 border-line-strong border-s ps-4">
          <QuestionAsk
            question={question}
            response={theirs.payload as AnyResponse | null}
            onChange={() => {}}
            disabled
            idPrefix="theirs"
            stemId={stemId}
          />
        </div>
      </details>
      <p className="flex flex-wrap gap-3 pt-1">
        <Button onClick={() => decide('mine')}>Use the answer here</Button>
        <Button onClick={() => decide('theirs')}>Keep the other one</Button>
      </p>
    </Notice>
  );
}
