'use client';

import { useActionState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { errorOf, type FormAction } from './form-action';
import { PasswordField } from './password-field';
import { useKeptFields } from './use-kept-fields';

/** Address and password. What was typed stays when the answer is no. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptFields(result);
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} labels={{ email: 'E-mail address', password: 'Password' }} />
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail address" error={errorOf(result, 'email')}>
        {(ids) => <Input {...ids} type="email" name="email" autoComplete="username" required />}
      </Field>
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={errorOf(result, 'password')}
      />
      <div>
        <SubmitButton>Sign in</SubmitButton>
      </div>
    </form>
  );
}
