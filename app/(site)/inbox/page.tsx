import Link from 'next/link';
import { InboxList, MarkAllRead } from '@/components/inbox/inbox-list';
import { PageTitle } from '@/components/shell/page-title';
import { NewsPill } from '@/components/thread/news-pill';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { requireViewer } from '@/lib/doors/pages';
import { listNotifications } from '@/lib/notifications/queries';
import { INBOX_SHOWS, InboxFilter } from '@/lib/notifications/schema';
import { markAllNotifications, markNotifications } from './actions';
import '@/app/threads.css';

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InboxPage({ searchParams }: Props) {
  const { ctx, viewer, unread } = await requireViewer();
  const filter = InboxFilter.parse(await searchParams);
  const items = await listNotifications(ctx, viewer, filter);
  return (
    <div className="max-w-3xl pb-16">
      <PageTitle>Inbox</PageTitle>
      <PageHead
        title="Inbox"
        standfirst="What concerns you: replies, grades, announcements."
        actions={<MarkAllRead unread={unread} markAll={markAllNotifications} mark={markNotifications} />}
      />
      <nav aria-label="Which notices" className="mb-4">
        <ul className="flex gap-x-5">
          {INBOX_SHOWS.map((show) => (
            <li key={show}>
              <Link
                href={show === 'all' ? '/inbox' : `/inbox?show=${show}`}
                prefetch={false}
                aria-current={filter.show === show ? 'page' : undefined}
                className="inline-flex min-h-11 items-center border-transparent border-b-2 text-ink-2 text-ui hover:text-link aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {show === 'all' ? 'All' : `Unread ${unread > 0 ? unread : ''}`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <NewsPill
        topic="inbox"
        ask={`/api/v1/inbox/news?after=${ctx.now.toISOString()}`}
        one="notice"
        many="notices"
        over
      />
      {items.length > 0 ? (
        <>
          <InboxList
            mark={markNotifications}
            items={items.map(({ id, read, words, subject, href, courseTitle, at }) => ({
              id,
              read,
              words,
              subject,
              href,
              courseTitle,
              time: <Time at={at} zone={viewer.timeZone} now={ctx.now} style="relative" />,
            }))}
          />
          <details className="mt-6 text-ink-2 text-ui-s">
            <summary className="w-fit py-1">Keys</summary>
            <p className="mt-1">
              While a notice has the focus: <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Enter</kbd> opens it,{' '}
              <kbd>e</kbd> marks it as read or unread.
            </p>
          </details>
        </>
      ) : filter.show === 'unread' ? (
        <EmptyState
          title="Nothing unread"
          why="You have seen everything that concerns you."
          action={<ButtonLink href="/inbox">Show all</ButtonLink>}
        />
      ) : (
        <EmptyState
          title="Nothing here yet"
          why="When somebody replies to what you wrote, when an attempt of yours is graded, or when an instructor announces something, it stands here."
          action={
            <ButtonLink href="/" variant="primary">
              Go to your courses
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}
