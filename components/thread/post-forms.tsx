'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useActionState, useRef, useState, useTransition } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { type Result, typedOf } from '@/lib/kernel/result';
import { MarkdownField } from './markdown-field';
import { sent, type ThreadAction } from './thread-action';
import { useDraft } from './use-draft';

interface Now<T> {
  readonly result: Result<T, string> | null;
  /** The answer that a page without JavaScript was made anew with; it has what was typed. */
  readonly plain: Result<T, string> | null;
  readonly pending: boolean;
}

interface PostFormProps<T> {
  readonly action: ThreadAction<T>;
  /** Where to go when it is done. */
  readonly to: string;
  readonly button: string;
  readonly variant?: ButtonVariant;
  /** Whose draft of what, where words that are not sent yet are kept. */
  readonly draft?: string;
  readonly children: ReactNode | ((now: Now<T>) => ReactNode);
}

/** A form about one post: it goes back to the thread when it is done, and says what to do when it is not. */
export function PostForm<T>({ action, to, button, variant = 'primary', draft, children }: PostFormProps<T>) {
  const [plain, submit] = useActionState(action, null);
  const [outcome, setOutcome] = useState<Result<T, string> | null>(null);
  const [pending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { kept, forget } = useDraft(form, draft ?? null, ['markdown'], plain?.ok === false);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const input = new FormData(event.currentTarget);
    start(async () => {
      const result = await sent(action, input);
      setOutcome(result);
      if (!result.ok) return;
      forget();
      router.push(to);
    });
  }
  const result = outcome ?? plain;
  return (
    <form ref={form} action={submit} onSubmit={send} className="grid gap-4" noValidate>
      <FormNotice
        result={result}
        labels={{ markdown: 'Your post', reason: 'Reason' }}
        success={
          <>
            Done. <a href={to}>Back to the thread</a>
          </>
        }
      />
      {typeof children === 'function' ? children({ result, plain, pending }) : children}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant={variant} pending={pending}>
          {button}
        </Button>
        {kept ? <span className="text-ink-2 text-ui-s">Draft kept on this device</span> : null}
      </div>
    </form>
  );
}

interface EditFormProps {
  readonly post: string;
  readonly markdown: string;
  readonly version: number;
  readonly draft: string;
  readonly to: string;
  readonly action: ThreadAction<unknown>;
  readonly preview: ThreadAction<{ html: string }>;
}

export function EditForm({ post, markdown, version, draft, to, action, preview }: EditFormProps) {
  return (
    <PostForm action={action} to={to} button="Save" draft={draft}>
      {({ result, plain, pending }) => (
        <>
          <input type="hidden" name="post" value={post} />
          <input type="hidden" name="version" value={typedOf(plain, 'version') ?? version} />
          <MarkdownField
            label="Your post"
            initial={typedOf(plain, 'markdown') ?? markdown}
            preview={preview}
            readOnly={pending}
            error={result && !result.ok ? result.fields?.markdown : undefined}
          />
        </>
      )}
    </PostForm>
  );
}

export function HideForm({ post, to, action }: { post: string; to: string; action: ThreadAction<unknown> }) {
  return (
    <PostForm action={action} to={to} button="Hide this post" variant="danger">
      {({ result, plain }) => (
        <>
          <input type="hidden" name="post" value={post} />
          <Field
            label="Reason"
            hint="The author reads it beside their own copy. It is kept on record with your name."
            error={result && !result.ok ? result.fields?.reason : undefined}
          >
            {(ids) => (
              <Textarea
                {...ids}
                name="reason"
                defaultValue={typedOf(plain, 'reason')}
                rows={2}
                required
                maxLength={500}
              />
            )}
          </Field>
        </>
      )}
    </PostForm>
  );
}

interface OnePostFormProps {
  readonly post: string;
  readonly to: string;
  readonly button: string;
  readonly variant: ButtonVariant;
  readonly action: ThreadAction<unknown>;
}

/** One button about one post: delete it, show it again. */
export function OnePostForm({ post, ...rest }: OnePostFormProps) {
  return (
    <PostForm {...rest}>
      <input type="hidden" name="post" value={post} />
    </PostForm>
  );
}
