'use client';

import { useActionState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from './form-action';

export function JoinButton({ action, code }: { action: FormAction; code: string }) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-4">
      <FormNotice result={result} />
      <input type="hidden" name="code" value={code} />
      <div>
        <SubmitButton>Join the course</SubmitButton>
      </div>
    </form>
  );
}
