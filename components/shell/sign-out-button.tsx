'use client';

import { type FormEvent, useActionState, useRef } from 'react';
import { countUnsent, forgetUnsent } from '@/components/quiz/saving/store';
import type { Result } from '@/lib/kernel/result';

export type SignOut = (before: Result<null, string> | null, input: unknown) => Promise<Result<null, string>>;

interface SignOutButtonProps {
  readonly action: SignOut;
  readonly label?: string;
  readonly className?: string;
}

const IN_MENU =
  'inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline';

/**
 * Signs out, here or everywhere as its action does; works without JavaScript. Answers that have not reached the server stay on this device only
 * while their student is signed in: at sign-out they are forgotten, after a warning.
 */
export function SignOutButton({ action, label = 'Sign out', className = IN_MENU }: SignOutButtonProps) {
  const [, submit] = useActionState(action, null);
  const sure = useRef(false);
  async function ask(form: HTMLFormElement): Promise<void> {
    const waiting = await countUnsent();
    const answers = waiting === 1 ? '1 answer' : `${waiting} answers`;
    const warning = `${answers} on this device did not reach the server yet. Sign out and lose them? To keep them, cancel, open the quiz again and wait until it says Saved.`;
    if (waiting > 0 && !window.confirm(warning)) return;
    await forgetUnsent();
    sure.current = true;
    form.requestSubmit();
  }
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    if (sure.current) return;
    event.preventDefault();
    void ask(event.currentTarget);
  }
  return (
    <form action={submit} onSubmit={onSubmit}>
      <button type="submit" className={className}>
        {label}
      </button>
    </form>
  );
}
