'use client';

import { useActionState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Result } from '@/lib/kernel/result';

type Answer = Result<unknown, string> | null;

interface Props {
  readonly quiz: string;
  readonly words: string;
  readonly action: (before: Answer, input: unknown) => Promise<Result<unknown, string>>;
}

/** Starts an attempt, or goes on with the open one. A plain form, which works without JavaScript. */
export function StartForm({ quiz, words, action }: Props) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-4">
      <FormNotice result={result} />
      <input type="hidden" name="quiz" value={quiz} />
      <div>
        <SubmitButton className="min-w-40 max-sm:w-full">{words}</SubmitButton>
      </div>
    </form>
  );
}
