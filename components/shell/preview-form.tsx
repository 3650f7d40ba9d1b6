'use client';

import { usePathname } from 'next/navigation';
import { useActionState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Result } from '@/lib/kernel/result';

type Answer = Result<null, string>;
export type PreviewAction = (before: Answer | null, input: unknown) => Promise<Answer>;

interface Props {
  readonly action: PreviewAction;
  readonly course: string;
}

/** One button that begins a preview, on the page where it stands. Works without JavaScript. */
export function PreviewForm({ action, course }: Props) {
  const at = usePathname().slice(`/courses/${course}`.length);
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit}>
      <input type="hidden" name="at" value={at} />
      <SubmitButton variant="quiet" size="s">
        Preview as student
      </SubmitButton>
      <FormNotice result={result} />
    </form>
  );
}
