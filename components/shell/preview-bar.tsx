'use client';

import { usePathname } from 'next/navigation';
import { type FormEvent, useActionState, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PreviewAction } from './preview-form';

/** Above every page of a course that its staff see as a student does: says so, and leads back. */
export function PreviewBar({ course, end }: { readonly course: string; readonly end: PreviewAction }) {
  const at = usePathname().slice(`/courses/${course}`.length);
  return (
    <section aria-label="Preview as student" className="preview-bar no-print">
      <div className="page-column flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2 text-ink text-ui lg:h-full lg:py-0">
        <p className="flex min-w-0 flex-1 basis-64 gap-2.5">
          <Icon name="person" className="mt-px size-5 shrink-0 text-accent" />
          <span>
            <strong className="font-semibold">You see this course as a student does.</strong> What you do here counts
            nowhere.
          </span>
        </p>
        <EndForm end={end} at={at} />
      </div>
    </section>
  );
}

/**
 * A plain form, which works without JavaScript. With it the page is loaded anew: a page that was refused or not there would
 * stay so under its address, whatever its next answer is.
 */
function EndForm({ end, at }: { readonly end: PreviewAction; readonly at: string }) {
  const [, submit] = useActionState(end, null);
  const [leaving, setLeaving] = useState(false);
  async function leave(event: FormEvent): Promise<void> {
    event.preventDefault();
    setLeaving(true);
    try {
      await end(null, { at });
      window.location.reload();
    } catch {
      // Sent on to another page, or offline, which the page says itself.
      setLeaving(false);
    }
  }
  return (
    <form action={submit} onSubmit={leave}>
      <input type="hidden" name="at" value={at} />
      <SubmitButton variant="secondary" size="s" pending={leaving}>
        Back to teaching
      </SubmitButton>
    </form>
  );
}
