'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import type { Result } from '@/lib/kernel/result';
import { Notice } from './notice';

interface FormNoticeProps {
  /** What the form's command answered; null before it was sent. */
  readonly result: Result<unknown, string> | null;
  /** What to say when it was done. Nothing is shown where there is nothing to say. */
  readonly success?: ReactNode;
  /** The names of fields as the page calls them, for the list of what is wrong. */
  readonly labels?: Readonly<Record<string, string>>;
}

function focusField(name: string): void {
  const [field] = document.getElementsByName(name);
  field?.focus();
}

/** What became of a form: an error summary that takes the focus and leads to each field, or a word that it is done. */
export function FormNotice({ result, success, labels = {} }: FormNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result && !result.ok) box.current?.focus();
  }, [result]);
  if (!result) return null;
  if (result.ok) {
    return (
      <div role="status">
        {success ? (
          <Notice tone="ok">
            <p>{success}</p>
          </Notice>
        ) : null}
      </div>
    );
  }
  const fields = Object.entries(result.fields ?? {}).filter(([name]) => name !== 'form');
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Notice tone="bad" title={fields.length > 1 ? 'Some things need another look' : undefined}>
        {fields.length > 1 ? (
          <ul className="space-y-1">
            {fields.map(([name, message]) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => focusField(name)}
                  className="min-h-6 text-start text-link underline underline-offset-2"
                >
                  {labels[name] ? `${labels[name]}: ${message}` : message}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p>{result.message}</p>
        )}
      </Notice>
    </div>
  );
}
