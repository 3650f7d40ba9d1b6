'use client';

import { useEffect, useRef, useState } from 'react';
import { Button, buttonLook } from '@/components/ui/button';
import { counted } from './quiz-words';

interface Props {
  readonly open: boolean;
  /** Somebody else is signed in by now. */
  readonly asSomebodyElse: boolean;
  readonly waiting: number;
  /** Where signing in leads, in the other tab. */
  readonly next: string;
  readonly resume: () => Promise<boolean>;
}

/**
 * The session ended in the middle of a quiz: says so over the page, without leaving it. The focus stays inside until the
 * server knows the student again; what waits is sent then.
 */
export function SignInAgain({ open, asSomebodyElse, waiting, next, resume }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'idle' | 'asking' | 'no'>('idle');
  useEffect(() => {
    if (open) box.current?.showModal();
    else {
      box.current?.close();
      setState('idle');
    }
  }, [open]);
  async function goOn() {
    setState('asking');
    setState((await resume()) ? 'idle' : 'no');
  }
  return (
    <dialog
      ref={box}
      aria-labelledby="again-title"
      aria-describedby="again-why"
      onCancel={(event) => event.preventDefault()}
      className="dialog floating"
    >
      {open ? (
        <div className="p-5 sm:p-6">
          <h2 id="again-title" className="font-serif text-h3">
            {asSomebodyElse ? 'Somebody else is signed in' : 'You have been signed out'}
          </h2>
          <p id="again-why" className="mt-2 text-ink-2 text-ui">
            {waiting > 0 ? `${counted(waiting, 'answer')} ${waiting === 1 ? 'waits' : 'wait'} on this device. ` : ''}
            Nothing is lost: sign in {asSomebodyElse ? 'as yourself ' : ''}in the other tab, then come back here and go
            on.
          </p>
          <div className="mt-5 flex flex-wrap gap-3">
            <a
              href={`/sign-in?next=${encodeURIComponent(next)}`}
              target="_blank"
              rel="noopener"
              className={buttonLook('primary')}
            >
              Sign in<span className="sr-only"> (opens a new tab)</span>
            </a>
            <Button onClick={goOn} pending={state === 'asking'}>
              I have signed in, continue
            </Button>
          </div>
          <p role="status" className="mt-3 min-h-[1.375rem] text-bad text-ui">
            {state === 'no' ? 'You are not signed in yet.' : ''}
          </p>
        </div>
      ) : null}
    </dialog>
  );
}
