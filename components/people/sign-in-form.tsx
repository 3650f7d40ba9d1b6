'use client';

import { useActionState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedOf } from '@/lib/kernel/result';
import { errorOf, type FormAction } from './form-action';
import { PasswordField } from './password-field';
import { useKeptPasswords } from './use-kept-passwords';

/** Address and password. What was typed stays when the answer is no. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptPasswords(result);
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} labels={{ email: 'E-mail address', password: 'Password' }} />
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail address" error={errorOf(result, 'email')}>
        {(ids) => (
          <Input
            {...ids}
            type="email"
            name="email"
            defaultValue={typedOf(result, 'email')}
            autoComplete="username"
            required
          />
        )}
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
