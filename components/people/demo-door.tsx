'use client';

import { useActionState } from 'react';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from './form-action';

interface DemoDoorProps {
  readonly action: FormAction;
  readonly faces: readonly { readonly role: string; readonly name: string }[];
  readonly next: string;
}

/** The demo's people, one click each. The page shows it to this machine alone. */
export function DemoDoor({ action, faces, next }: DemoDoorProps) {
  const [result, submit] = useActionState(action, null);
  return (
    <section aria-labelledby="demo" className="border-line border-t pt-8 lg:border-s lg:border-t-0 lg:ps-10 lg:pt-0">
      <h2 id="demo" className="font-serif text-h3">
        Look around as one of the demo’s people
      </h2>
      <p className="mt-2 text-ink-2 text-ui">
        This is a demo on your own machine, with a made-up class. Nobody else is offered these.
      </p>
      <FormNotice result={result} />
      <ul className="mt-5 divide-y divide-line border-line border-y">
        {faces.map(({ role, name }) => (
          <li key={role}>
            <form action={submit} className="flex items-center justify-between gap-4 py-2.5">
              <input type="hidden" name="role" value={role} />
              <input type="hidden" name="next" value={next} />
              <span>
                <span className="block font-semibold text-ui">{name}</span>
                <span className="block text-ink-2 text-ui-s first-letter:uppercase">{role}</span>
              </span>
              <SubmitButton variant="secondary" aria-label={`Sign in as ${name}, ${role}`}>
                Sign in
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
