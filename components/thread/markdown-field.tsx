'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { Field, Textarea } from '@/components/ui/field';
import { StoredHtml } from '@/components/ui/stored-html';
import { sent, type ThreadAction } from './thread-action';
import { useHydrated } from './use-hydrated';

interface MarkdownFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly preview: ThreadAction<{ html: string }>;
  readonly initial?: string;
  readonly rows?: number;
  readonly readOnly?: boolean;
}

const TAB = `min-h-9 border-b-2 px-2 text-ui-s aria-selected:border-accent aria-selected:font-semibold
  aria-selected:text-ink border-transparent text-ink-2 hover:text-link`;

/** Words in Markdown, and what they will look like: through the server's own renderer, so that the two cannot differ. */
export function MarkdownField({ label, error, preview, initial = '', rows = 6, readOnly = false }: MarkdownFieldProps) {
  const [shown, setShown] = useState<{ html: string; failed: string | null } | null>(null);
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const text = () => box.current?.querySelector('textarea') ?? null;
  async function look() {
    const result = await sent(preview, { markdown: text()?.value ?? '' });
    setShown(result.ok ? { html: result.value.html, failed: null } : { html: '', failed: result.message });
  }
  function write() {
    setShown(null);
    requestAnimationFrame(() => text()?.focus());
  }
  function onKeys(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      text()?.form?.requestSubmit();
    }
  }
  return (
    <div ref={box}>
      {hydrated ? (
        <div role="tablist" aria-label="Write or preview" className="mb-2 flex gap-2 border-line border-b">
          <button type="button" role="tab" aria-selected={!shown} onClick={write} className={TAB}>
            Write
          </button>
          <button type="button" role="tab" aria-selected={!!shown} onClick={look} className={TAB}>
            Preview
          </button>
        </div>
      ) : null}
      {shown ? (
        <div role="tabpanel" aria-label="Preview" className="min-h-24 border-line border-b py-3">
          {shown.failed ? <p className="text-bad text-ui">{shown.failed}</p> : null}
          {shown.html ? (
            <StoredHtml html={shown.html} className="prose-ui" />
          ) : (
            <p className="text-ink-2 text-ui">{shown.failed ? null : 'Nothing written yet.'}</p>
          )}
        </div>
      ) : null}
      <Field
        label={label}
        error={error}
        className={shown ? 'hidden' : ''}
        hint={
          <>
            Markdown: <code>*emphasis*</code>, <code>&gt; quotation</code>, <code>- list</code>. <kbd>Ctrl</kbd>+
            <kbd>Enter</kbd> sends.
          </>
        }
      >
        {/* No `maxLength`: it would cut off the end of what is pasted without a word. The server says how long is too long. */}
        {(ids) => (
          <Textarea
            {...ids}
            name="markdown"
            rows={rows}
            defaultValue={initial}
            readOnly={readOnly}
            onKeyDown={onKeys}
            required
            className="font-serif"
          />
        )}
      </Field>
    </div>
  );
}
