'use client';

import type { Ref } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { KEYS } from './keys';

interface Props {
  readonly on: boolean;
  readonly setOn: (on: boolean) => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** Help of the player: how saving works, and its keys, which can be switched off. */
export function KeyHelp({ on, setOn, buttonRef }: Props) {
  return (
    <Dialog
      trigger={
        <button
          ref={buttonRef}
          type="button"
          className="inline-flex min-h-11 items-center gap-1.5 px-1.5 text-ink-2 text-ui hover:text-link"
        >
          <Icon name="help" />
          <span className="max-sm:sr-only">Help</span>
        </button>
      }
      title="Help with this quiz"
    >
      <p className="text-ui">
        Every change is saved by itself within a second; the page always says whether it is. If the connection drops, go
        on: your answers stay on this device and are sent when it is back.
      </p>
      <h3 className="mt-5 mb-1 font-semibold text-ui">Keys</h3>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1.5 text-ui">
        {KEYS.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="font-mono text-ui-s">{keys}</kbd>
            </dt>
            <dd className="ms-0 text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Use these keys"
        hint="They do nothing while you type in a field."
        checked={on}
        onChange={(event) => setOn(event.target.checked)}
        className="mt-3"
      />
    </Dialog>
  );
}
