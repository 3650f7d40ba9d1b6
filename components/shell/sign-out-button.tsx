'use client';

import { type FormEvent, useActionState, useRef } from 'react';
import type { Result } from '@/lib/kernel/result';
import { partWithUnsent } from './part-with-unsent';

type SignOut = (before: Result<null, string> | null, input: unknown) => Promise<Result<null, string>>;

interface SignOutButtonProps {
  readonly action: SignOut;
  readonly label: string;
  readonly className: string;
}

/** Signs out as its action does; works without JavaScript. The head of the page has a form of its own. */
export function SignOutButton({ action, label, className }: SignOutButtonProps) {
  const [, submit] = useActionState(action, null);
  const sure = useRef(false);
  async function ask(form: HTMLFormElement): Promise<void> {
    if (!(await partWithUnsent())) return;
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
