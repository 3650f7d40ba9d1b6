'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Result } from '@/lib/kernel/result';
import type { ReadSoFar } from '@/lib/progress/schema';

type Outcome = Result<ReadSoFar, string> | null;

interface MarkReadFormProps {
  readonly lesson: string;
  /** (A method, so that the action's own narrower `before` fits.) */
  readonly action: { act(before: Outcome, input: FormData): Promise<Outcome> }['act'];
}

/** Marks the whole lesson as read: for reading without JavaScript, on paper, or twice as fast as the page thinks. */
export function MarkReadForm({ lesson, action }: MarkReadFormProps) {
  const [result, act] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return (
    <form action={act} className="space-y-3">
      <FormNotice result={result?.ok ? null : result} />
      <input type="hidden" name="lesson" value={lesson} />
      <SubmitButton variant="secondary">Mark as read</SubmitButton>
    </form>
  );
}
