'use client';

import { useActionState } from 'react';
import type { Result } from '@/lib/kernel/result';

export type SignOut = (before: Result<null, string> | null, input: unknown) => Promise<Result<null, string>>;

/** Signs out of this browser; works without JavaScript. */
export function SignOutButton({ action }: { action: SignOut }) {
  const [, submit] = useActionState(action, null);
  return (
    <form action={submit}>
      <button
        type="submit"
        className="inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline"
      >
        Sign out
      </button>
    </form>
  );
}
