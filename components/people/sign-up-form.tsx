'use client';

import { useActionState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { errorOf, type FormAction } from './form-action';
import { TimeZoneField } from './time-zone-field';
import { useKeptFields } from './use-kept-fields';

const LABELS = { displayName: 'Name', email: 'E-mail address', password: 'Password', timeZone: 'Time zone' };

export function SignUpForm({ action, next }: { action: FormAction; next: string }) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptFields(result);
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} labels={LABELS} />
      <input type="hidden" name="next" value={next} />
      <Field label="Name" error={errorOf(result, 'displayName')}>
        {(ids) => <Input {...ids} name="displayName" autoComplete="name" required />}
      </Field>
      <Field
        label="E-mail address"
        hint="To sign in with. Other students do not see it."
        error={errorOf(result, 'email')}
      >
        {(ids) => <Input {...ids} type="email" name="email" autoComplete="username" required />}
      </Field>
      <Field
        label="Password"
        hint="At least 8 characters; 15 are better. Paste one from your password manager if you like."
        error={errorOf(result, 'password')}
      >
        {(ids) => <Input {...ids} type="password" name="password" autoComplete="new-password" required />}
      </Field>
      <TimeZoneField zone={null} error={errorOf(result, 'timeZone')} />
      <div>
        <SubmitButton>Make my account</SubmitButton>
      </div>
    </form>
  );
}
