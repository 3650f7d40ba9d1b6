'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useActionState, useEffect, useState } from 'react';
import { sent, type ThreadAction } from '@/components/thread/thread-action';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';

interface Marked {
  readonly ids: string[];
}
interface InboxListProps {
  readonly items: readonly {
    readonly id: string;
    readonly read: boolean;
    readonly words: string;
    readonly subject: string;
    readonly href: string;
    readonly courseTitle: string;
    /** The moment, rendered on the server in the reader's zone. */
    readonly time: ReactNode;
  }[];
  readonly mark: ThreadAction<Marked>;
}

/**
 * The notices, a link each. While the focus is in the list, j and k go down and up, Enter opens, e marks as read or unread
 * (nowhere else: WCAG 2.1.4). Opening one marks it as read.
 */
export function InboxList({ items, mark }: InboxListProps) {
  // What was pressed shows at once; what the server then says replaces it.
  const [pressed, setPressed] = useState<{ of: unknown; map: ReadonlyMap<string, boolean> }>({
    of: items,
    map: new Map(),
  });
  const [failed, setFailed] = useState<string | null>(null);
  const router = useRouter();
  const changed = pressed.of === items ? pressed.map : null;
  const isRead = (item: { id: string; read: boolean }) => changed?.get(item.id) ?? item.read;
  async function turn(id: string, read: boolean) {
    setPressed({ of: items, map: new Map(changed).set(id, read) });
    const result = await sent(mark, { ids: [id], read: read ? 'yes' : 'no' });
    setFailed(result.ok ? null : result.message);
    router.refresh();
  }
  function onKeyDown(event: KeyboardEvent<HTMLOListElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as Element).closest('li');
    if (!row) return;
    const to = event.key === 'j' ? row.nextElementSibling : event.key === 'k' ? row.previousElementSibling : null;
    if (to) {
      event.preventDefault();
      to.querySelector<HTMLElement>('a')?.focus();
    }
    const item = items.find(({ id }) => row.dataset.notice === id);
    if (event.key === 'e' && item) {
      event.preventDefault();
      void turn(item.id, !isRead(item));
    }
  }
  return (
    <>
      {failed ? (
        <p role="alert" className="mb-3 text-bad text-ui">
          {failed}
        </p>
      ) : null}
      <ol onKeyDown={onKeyDown} className="border-line border-b">
        {items.map((item) => {
          const read = isRead(item);
          return (
            <li
              key={item.id}
              data-notice={item.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-t py-2.5"
            >
              <p className="relative min-w-0 flex-1 basis-72 ps-5 text-ui">
                <span aria-hidden="true" className={`absolute start-0 ${read ? 'text-ink-3' : 'text-accent'}`}>
                  {read ? '○' : '●'}
                </span>
                <span className="sr-only">{read ? 'Read: ' : 'Unread: '}</span>
                <Link
                  href={item.href}
                  prefetch={false}
                  onClick={() => {
                    if (!read) void sent(mark, { ids: [item.id], read: 'yes' });
                  }}
                  className={`py-1 text-ink underline decoration-line-strong underline-offset-3 hover:text-link ${read ? '' : 'font-semibold'}`}
                >
                  {item.words} <span className="font-serif">{item.subject}</span>
                </Link>
                <span className="block text-ink-2 text-ui-s">
                  {item.courseTitle} · {item.time}
                </span>
              </p>
              <MarkForm id={item.id} subject={item.subject} read={read} mark={mark} turn={turn} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface MarkFormProps {
  readonly id: string;
  readonly subject: string;
  readonly read: boolean;
  readonly mark: ThreadAction<Marked>;
  readonly turn: (id: string, read: boolean) => Promise<void>;
}

function MarkForm({ id, subject, read, mark, turn }: MarkFormProps) {
  const [, submit] = useActionState(mark, null);
  return (
    <form
      action={submit}
      className="ps-5 sm:ps-0"
      onSubmit={(event) => {
        event.preventDefault();
        void turn(id, !read);
      }}
    >
      <input type="hidden" name="ids" value={id} />
      <input type="hidden" name="read" value={read ? 'no' : 'yes'} />
      <button type="submit" className="min-h-8 text-link text-ui-s underline underline-offset-3">
        {read ? 'Mark as unread' : 'Mark as read'}
        <span className="sr-only">: {subject}</span>
      </button>
    </form>
  );
}

/** Marks all as read, and takes it back. */
export function MarkAllRead({
  unread,
  markAll,
  mark,
}: {
  unread: number;
  markAll: ThreadAction<Marked>;
  mark: ThreadAction<Marked>;
}) {
  const [result, submit] = useActionState(markAll, null);
  const [undone, undo] = useActionState(mark, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok || undone?.ok) router.refresh();
  }, [result, undone, router]);
  const ids = result?.ok ? result.value.ids : [];
  const back = undone?.ok && ids.length > 0 && undone.value.ids.some((id) => ids.includes(id));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <FormNotice result={result?.ok ? null : result} />
      {unread > 0 ? (
        <form action={submit}>
          <SubmitButton variant="secondary">Mark all as read</SubmitButton>
        </form>
      ) : null}
      <p role="status" className="text-ink-2 text-ui">
        {ids.length > 0 && !back ? `${ids.length} marked as read.` : back ? 'Unread again.' : ''}
      </p>
      {ids.length > 0 && !back ? (
        <form action={undo}>
          {ids.slice(0, 500).map((id) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <input type="hidden" name="read" value="no" />
          <SubmitButton variant="quiet">Undo</SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
