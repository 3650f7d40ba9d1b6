'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { FormNotice } from '@/components/ui/form-notice';
import { type Result, typedOf } from '@/lib/kernel/result';
import { MarkdownField } from './markdown-field';
import { sent, type ThreadAction } from './thread-action';
import { useDraft } from './use-draft';

interface ComposerProps {
  readonly thread: string;
  /** Drawn for this showing of the form; the same form with the same words posts once. */
  readonly once: string;
  readonly replyTo: { readonly id: string; readonly author: string } | null;
  /** Whose draft of what. */
  readonly draft: string;
  readonly href: string;
  readonly action: ThreadAction<{ postId: string }>;
  readonly preview: ThreadAction<{ html: string }>;
}

/** Brings a post into view and gives its heading the focus, so that reading goes on there. */
export function focusPost(id: string): boolean {
  const post = document.getElementById(`post-${id}`);
  post?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  post?.scrollIntoView({ block: 'start' });
  return post !== null;
}

/** Writes a post or a reply. A plain form; with JavaScript it keeps a draft, stays where it is, and goes to the new post. */
export function Composer({ thread, once, replyTo, draft, href, action, preview }: ComposerProps) {
  const [plain, submit] = useActionState(action, null);
  const [outcome, setOutcome] = useState<Result<{ postId: string }, string> | null>(null);
  const [pending, startSending] = useTransition();
  const [drawn, setDrawn] = useState(once);
  const form = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);
  const router = useRouter();
  // What came back with a page that was made anew; once these words are posted they are no default any more.
  const back = outcome?.ok ? null : plain;
  const { kept, forget } = useDraft(form, draft, ['markdown'], back?.ok === false);
  const area = () => form.current?.elements.namedItem('markdown') as HTMLTextAreaElement | null;

  // Replying begins with the focus in the field; the page that was opened at a reply brings its own.
  const replying = replyTo?.id ?? null;
  const before = useRef(replying);
  useEffect(() => {
    if (replying !== before.current && replying) area()?.focus();
    before.current = replying;
  });
  // The new post comes with the refreshed page: then, and only then, the focus goes to it.
  useEffect(() => {
    if (wanted.current && focusPost(wanted.current)) wanted.current = null;
  });

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const input = new FormData(event.currentTarget);
    startSending(async () => {
      const result = await sent(action, input);
      setOutcome(result);
      if (!result.ok) return;
      forget();
      const field = area();
      if (field) field.value = '';
      setDrawn(crypto.randomUUID());
      wanted.current = result.value.postId;
      // Either brings the new post; both at once would leave the address of the reply standing.
      if (replyTo) router.replace(href, { scroll: false });
      else router.refresh();
    });
  }

  const result = outcome ?? plain;
  return (
    <form ref={form} action={submit} onSubmit={send} className="grid gap-4" noValidate aria-labelledby="write-title">
      <input type="hidden" name="thread" value={thread} />
      <input type="hidden" name="once" value={drawn} />
      <input type="hidden" name="parent" value={replyTo?.id ?? ''} />
      {replyTo ? (
        <p className="flex flex-wrap items-center gap-x-4 text-ink-2 text-ui">
          <span>
            In reply to <strong className="text-ink">{replyTo.author}</strong>
          </span>
          <Link href={href} scroll={false} prefetch={false} className="py-1 text-link underline underline-offset-3">
            Write to the whole thread instead
          </Link>
        </p>
      ) : null}
      <FormNotice result={result?.ok ? null : result} labels={{ markdown: 'Your post' }} />
      {plain?.ok && !outcome ? (
        <p role="status" className="text-ok text-ui">
          Posted. <a href={`${href}#post-${plain.value.postId}`}>Go to your post</a>
        </p>
      ) : null}
      <MarkdownField
        label={replyTo ? 'Your reply' : 'Your post'}
        error={result && !result.ok ? result.fields?.markdown : undefined}
        initial={typedOf(back, 'markdown') ?? ''}
        preview={preview}
        readOnly={pending}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" type="submit" pending={pending}>
          {outcome && !outcome.ok && outcome.code === 'not-sent' ? 'Send again' : replyTo ? 'Reply' : 'Post'}
        </Button>
        {kept ? <span className="text-ink-2 text-ui-s">Draft kept on this device</span> : null}
        <span role="status" className="sr-only">
          {outcome?.ok ? 'Posted.' : ''}
        </span>
      </div>
    </form>
  );
}
