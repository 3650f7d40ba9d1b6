'use client';

import { useEffect, useState } from 'react';
import { Button } from './button';
import { Icon } from './icon';

/** Puts a text on the clipboard and says so. `label` says what is copied: "Copy the link". */
export function CopyButton({ text, label = 'Copy', size = 's' }: { text: string; label?: string; size?: 'm' | 's' }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard over plain http from another machine, or the reader said no.
      setState('failed');
    }
  }
  return (
    <>
      <Button variant="secondary" size={size} onClick={copy}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} className="size-4" />
        {state === 'copied' ? 'Copied' : label}
      </Button>
      <span role="status" className={state === 'failed' ? 'text-bad text-ui-s' : 'sr-only'}>
        {state === 'copied' ? 'Copied' : ''}
        {state === 'failed' ? 'It could not be copied; select the text and copy it yourself.' : ''}
      </span>
    </>
  );
}
