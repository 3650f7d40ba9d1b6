'use client';

import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedOf } from '@/lib/kernel/result';
import { errorOf, type FormAction } from './form-action';
import { useAct } from './use-act';

/** Suspends an account, with the reason that the audit log keeps. */
export function SuspendForm({ action, person, name }: { action: FormAction; person: string; name: string }) {
  const [result, submit] = useAct(action);
  return (
    <details className="max-w-full px-2.5" open={result?.ok === false}>
      <summary className="min-h-8 w-fit cursor-pointer py-1 font-semibold text-link text-ui-s">
        Suspend<span className="sr-only"> {name}</span>
      </summary>
      <form action={submit} className="mt-2 grid max-w-80 gap-3">
        <input type="hidden" name="person" value={person} />
        <Field label="Why" hint="Kept in the audit log." error={errorOf(result, 'reason')}>
          {(ids) => <Input {...ids} name="reason" defaultValue={typedOf(result, 'reason')} maxLength={500} />}
        </Field>
        <FormNotice result={result} />
        <div>
          <SubmitButton variant="danger" size="s">
            Suspend {name}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
