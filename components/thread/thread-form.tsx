'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useActionState, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { Notice } from '@/components/ui/notice';
import { type Result, typedOf } from '@/lib/kernel/result';
import { MarkdownField } from './markdown-field';
import { sent, type ThreadAction } from './thread-action';
import { useDraft } from './use-draft';

interface ThreadFormProps {
  readonly once: string;
  readonly draft: string;
  /** The course's threads; a new one's address is this and its id. */
  readonly home: string;
  readonly announcing: boolean;
  /** The passage it is about, by its key, with the words quoted. */
  readonly passage: string | null;
  readonly quote: string | null;
  readonly lessons: readonly { readonly slug: string; readonly position: number; readonly title: string }[];
  readonly lesson: string | null;
  readonly action: ThreadAction<{ threadId: string }>;
  readonly preview: ThreadAction<{ html: string }>;
  readonly children?: ReactNode;
}

const LABELS = { title: 'Title', markdown: 'Words', kind: 'Question or discussion' };

/** Opens a thread or makes an announcement. A plain form; with JavaScript it keeps a draft and goes to the new thread. */
export function ThreadForm(props: ThreadFormProps) {
  const { once, draft, home, announcing, passage, quote, action, preview } = props;
  const [plain, submit] = useActionState(action, null);
  const [outcome, setOutcome] = useState<Result<{ threadId: string }, string> | null>(null);
  const [pending, startSending] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { kept, forget } = useDraft(form, draft, ['title', 'markdown', 'kind', 'lesson'], plain?.ok === false);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const input = new FormData(event.currentTarget);
    startSending(async () => {
      const result = await sent(action, input);
      setOutcome(result);
      if (!result.ok) return;
      forget();
      router.push(`${home}/${result.value.threadId}`);
    });
  }
  const result = outcome ?? plain;
  const errorOf = (field: string) => (result && !result.ok ? result.fields?.[field] : undefined);
  if (plain?.ok) {
    return (
      <Notice tone="ok" title="Posted">
        <p>
          <a href={`${home}/${plain.value.threadId}`}>Go to your thread</a>
        </p>
      </Notice>
    );
  }
  return (
    <form ref={form} action={submit} onSubmit={send} className="grid max-w-read gap-6 pb-16" noValidate>
      <FormNotice result={result?.ok ? null : result} labels={LABELS} />
      <input type="hidden" name="once" value={once} />
      {passage ? <input type="hidden" name="passage" value={passage} /> : null}
      {quote ? <input type="hidden" name="quote" value={quote} /> : null}
      {announcing ? null : <KindField kind={typedOf(plain, 'kind') ?? 'question'} />}
      <Field
        label="Title"
        hint={announcing ? 'What everybody in the course should know.' : 'The question itself, in one line.'}
        error={errorOf('title')}
      >
        {(ids) => (
          <Input
            {...ids}
            name="title"
            defaultValue={typedOf(plain, 'title')}
            required
            maxLength={150}
            autoComplete="off"
          />
        )}
      </Field>
      {announcing || passage ? null : (
        <PlaceField lessons={props.lessons} lesson={typedOf(plain, 'lesson') ?? props.lesson} />
      )}
      <MarkdownField
        label={announcing ? 'The announcement' : 'What you want to say'}
        error={errorOf('markdown')}
        initial={typedOf(plain, 'markdown') ?? ''}
        preview={preview}
        rows={8}
        readOnly={pending}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" type="submit" pending={pending}>
          {outcome && !outcome.ok && outcome.code === 'not-sent' ? 'Send again' : announcing ? 'Announce' : 'Post'}
        </Button>
        {kept ? <span className="text-ink-2 text-ui-s">Draft kept on this device</span> : null}
      </div>
    </form>
  );
}

function KindField({ kind }: { readonly kind: string }) {
  const kinds = [
    { value: 'question', label: 'Question', hint: 'It has an answer, which you can accept.' },
    { value: 'discussion', label: 'Discussion', hint: 'It has several sides.' },
  ];
  return (
    <fieldset>
      <legend className="font-semibold text-ink text-ui">What is it?</legend>
      <div className="mt-1 flex flex-wrap gap-x-8">
        {kinds.map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-11 items-center gap-3 text-ui">
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={value === kind}
              className="size-5 accent-accent"
            />
            <span>
              {label} <span className="text-ink-2 text-ui-s">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PlaceField({ lessons, lesson }: Pick<ThreadFormProps, 'lessons' | 'lesson'>) {
  return (
    <Field label="About">
      {(ids) => (
        <Select {...ids} name="lesson" defaultValue={lesson ?? ''}>
          <option value="">The whole course</option>
          {lessons.map(({ slug, position, title }) => (
            <option key={slug} value={slug}>
              Lesson {position}: {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
