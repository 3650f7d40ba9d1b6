'use client';

import type { ReactNode } from 'react';
import type { ButtonVariant } from '@/components/ui/button';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from './form-action';
import { useAct } from './use-act';

interface ActButtonProps {
  readonly action: FormAction;
  /** What is sent with it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  /** What it acts on, for who hears the button and not its row. */
  readonly on?: string;
  readonly variant?: ButtonVariant;
  readonly success?: ReactNode;
}

/** One button that does one thing, as a form of its own; works without JavaScript. */
export function ActButton({ action, fields = {}, children, on, variant = 'quiet', success }: ActButtonProps) {
  const [result, submit] = useAct(action);
  return (
    <form action={submit} className="inline-grid gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="s">
        {children}
        {on ? <span className="sr-only"> {on}</span> : null}
      </SubmitButton>
      <FormNotice result={result} {...(success !== undefined && { success })} />
    </form>
  );
}
