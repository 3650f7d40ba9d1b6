'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: ReactNode;
  readonly error: string | undefined;
}

const never = () => () => {};

/** A password, and a button to see what one typed. Without JavaScript there is no such button. */
export function PasswordField({ label, name, autoComplete, hint, error }: PasswordFieldProps) {
  const [shown, show] = useState(false);
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="flex gap-2">
          <Input
            {...ids}
            type={shown ? 'text' : 'password'}
            name={name}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          {alive ? (
            <Button variant="quiet" onClick={() => show(!shown)} className="w-18">
              {shown ? 'Hide' : 'Show'}
              <span className="sr-only"> what you type as “{label}”</span>
            </Button>
          ) : null}
        </div>
      )}
    </Field>
  );
}
