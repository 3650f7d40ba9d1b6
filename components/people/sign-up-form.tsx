'use client';

import { useActionState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedOf } from '@/lib/kernel/result';
import { errorOf, type FormAction } from './form-action';
import { PasswordField } from './password-field';
import { TimeZoneField } from './time-zone-field';
import { useKeptPasswords } from './use-kept-passwords';

const LABELS = { displayName: 'Name', email: 'E-mail address', password: 'Password', timeZone: 'Time zone' };

interface SignUpFormProps {
  readonly action: FormAction;
  /** What is sent along: where to go afterwards, or the secret of the link that one came by. */
  readonly fields: Readonly<Record<string, string>>;
  readonly label?: string;
}

/** Makes an account. Name, address and time zone stay when the answer is no. */
export function SignUpForm({ action, fields, label = 'Make my account' }: SignUpFormProps) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptPasswords(result);
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} labels={LABELS} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label="Name" error={errorOf(result, 'displayName')}>
        {(ids) => (
          <Input
            {...ids}
            name="displayName"
            defaultValue={typedOf(result, 'displayName')}
            autoComplete="name"
            required
          />
        )}
      </Field>
      <Field
        label="E-mail address"
        hint="To sign in with. Other students do not see it."
        error={errorOf(result, 'email')}
      >
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
        autoComplete="new-password"
        hint="At least 8 characters; 15 are better. Paste one from your password manager if you like."
        error={errorOf(result, 'password')}
      />
      <TimeZoneField zone={typedOf(result, 'timeZone') ?? null} error={errorOf(result, 'timeZone')} />
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </form>
  );
}
