'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ThreadAction } from './thread-action';

interface AcceptFormProps {
  readonly thread: string;
  readonly action: ThreadAction<unknown>;
}

/** The form that the Accept buttons of all posts belong to (`form="accept-form"`), so that they need no scripts of their own. */
export function AcceptForm({ thread, action }: AcceptFormProps) {
  const [result, submit] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return (
    <form id="accept-form" action={submit}>
      <input type="hidden" name="thread" value={thread} />
      <FormNotice result={result?.ok ? null : result} />
    </form>
  );
}

interface ArrangeFormProps {
  readonly thread: string;
  readonly pinned: boolean;
  readonly locked: boolean;
  readonly mayPin: boolean;
  readonly action: ThreadAction<unknown>;
}

/** What staff do with a whole thread. */
export function ArrangeForm({ thread, pinned, locked, mayPin, action }: ArrangeFormProps) {
  const [result, submit] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return (
    <form action={submit} className="grid gap-3">
      <FormNotice result={result?.ok ? null : result} />
      <input type="hidden" name="thread" value={thread} />
      <div className="flex flex-wrap gap-2">
        {mayPin ? (
          <SubmitButton variant="secondary" size="s" name="change" value={pinned ? 'unpin' : 'pin'}>
            {pinned ? 'Unpin' : 'Pin to the top'}
          </SubmitButton>
        ) : null}
        <SubmitButton variant="secondary" size="s" name="change" value={locked ? 'unlock' : 'lock'}>
          {locked ? 'Open again' : 'Close to new posts'}
        </SubmitButton>
      </div>
    </form>
  );
}

/** Marks every thread of the course as read. */
export function MarkAllForm({ action }: { action: ThreadAction<unknown> }) {
  const [result, submit] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  return (
    <form action={submit}>
      <FormNotice result={result?.ok ? null : result} />
      <SubmitButton variant="quiet" size="s">
        Mark all as read
      </SubmitButton>
    </form>
  );
}
