'use client';

import { useActionState } from 'react';
import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedOf } from '@/lib/kernel/result';
import { errorOf, type FormAction } from './form-action';
import { PasswordField } from './password-field';
import { TimeZoneField } from './time-zone-field';
import { useAct } from './use-act';
import { useKeptPasswords } from './use-kept-passwords';

interface ProfileFormProps {
  readonly action: FormAction;
  readonly displayName: string;
  readonly timeZone: string;
}

export function ProfileForm({ action, displayName, timeZone }: ProfileFormProps) {
  const [result, submit] = useAct(action);
  return (
    <form action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} success="Saved." labels={{ displayName: 'Name', timeZone: 'Time zone' }} />
      <Field label="Name" hint="What the class and your instructors see." error={errorOf(result, 'displayName')}>
        {(ids) => (
          <Input
            {...ids}
            name="displayName"
            defaultValue={typedOf(result, 'displayName') ?? displayName}
            autoComplete="name"
            key={displayName}
          />
        )}
      </Field>
      <TimeZoneField zone={typedOf(result, 'timeZone') ?? timeZone} error={errorOf(result, 'timeZone')} />
      <div>
        <SubmitButton variant="secondary">Save</SubmitButton>
      </div>
    </form>
  );
}

const PASSWORD_HINT = 'At least 8 characters; 15 are better. You are signed out everywhere else.';

export function ChangePasswordForm({ action }: { action: FormAction }) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptPasswords(result);
  const labels = { current: 'Present password', password: 'New password' };
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} success="Your password is changed. Other browsers are signed out." labels={labels} />
      <PasswordField
        label="Present password"
        name="current"
        autoComplete="current-password"
        error={errorOf(result, 'current')}
      />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint={PASSWORD_HINT}
        error={errorOf(result, 'password')}
      />
      <div>
        <SubmitButton variant="secondary">Change the password</SubmitButton>
      </div>
    </form>
  );
}

/** A new password by a link; then one is signed in. */
export function ResetPasswordForm({ action, secret }: { action: FormAction; secret: string }) {
  const [result, submit] = useActionState(action, null);
  const kept = useKeptPasswords(result);
  return (
    <form ref={kept} action={submit} className="grid gap-5" noValidate>
      <FormNotice result={result} labels={{ password: 'New password' }} />
      <input type="hidden" name="secret" value={secret} />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint="At least 8 characters; 15 are better."
        error={errorOf(result, 'password')}
      />
      <div>
        <SubmitButton>Set it and sign in</SubmitButton>
      </div>
    </form>
  );
}
