import Link from 'next/link';
import { PageTitle } from '@/components/shell/page-title';
import { NewsPill } from '@/components/thread/news-pill';
import { QuotedPassage } from '@/components/thread/quoted-passage';
import { ThreadRows } from '@/components/thread/thread-rows';
import { MarkAllForm } from '@/components/thread/thread-tools';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Select } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { findPassage, listThreads, type ThreadList } from '@/lib/threads/queries';
import { mayAnnounce } from '@/lib/threads/rules';
import { SHOWS, type Show, ThreadFilter } from '@/lib/threads/schema';
import { markAllThreadsRead } from './actions';
import '@/app/threads.css';

interface Props {
  readonly params: Promise<{ course: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SHOW_WORDS: Readonly<Record<Show, string>> = {
  all: 'All',
  unread: 'Unread',
  unanswered: 'Unanswered questions',
  mine: 'I took part',
};

export default async function ThreadsPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const filter = ThreadFilter.parse(await searchParams);
  const [list, passage] = await Promise.all([
    listThreads(ctx, me, filter),
    filter.passage ? findPassage(ctx, me, filter.passage) : null,
  ]);
  const home = `/courses/${course}/threads`;
  const newHref = `${home}/new${filter.passage ? `?passage=${filter.passage}` : filter.lesson ? `?lesson=${filter.lesson}` : ''}`;
  const filtered = filter.show !== 'all' || filter.lesson !== null || filter.passage !== null;
  return (
    <div className="pb-16">
      <PageTitle>Talk</PageTitle>
      <PageHead
        title="Talk"
        crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]}
        standfirst="Ask what is unclear, disagree with a reading, answer somebody. Everybody in the course reads along."
        actions={
          <>
            {mayAnnounce(me) ? <ButtonLink href={`${home}/new?kind=announcement`}>Announce</ButtonLink> : null}
            <ButtonLink href={newHref} variant="primary">
              Start a thread
            </ButtonLink>
          </>
        }
      />
      {passage ? (
        <div className="mb-6 space-y-2">
          <QuotedPassage
            text={passage.text}
            whole
            at={{
              number: passage.number,
              href: `/courses/${course}/lessons/${passage.lessonSlug}#${filter.passage}`,
            }}
          />
          <Link
            href={hrefOf(home, { ...filter, passage: null, page: 1 })}
            prefetch={false}
            className="inline-block py-1 text-link text-ui underline underline-offset-3"
          >
            Threads on everything
          </Link>
        </div>
      ) : null}
      <Filters home={home} filter={filter} lessons={list.lessons} />
      <NewsPill
        topic={`threads.${course}`}
        ask={`/api/v1/courses/${course}/threads/news?after=${ctx.now.toISOString()}`}
        one="thread with new posts"
        many="threads with new posts"
        over
      />
      {list.threads.length > 0 ? (
        <>
          <ThreadRows threads={list.threads} home={home} zone={me.timeZone} now={ctx.now} />
          <Pages home={home} filter={filter} pages={list.pages} />
          {list.threads.some(({ unread }) => unread > 0) ? (
            <div className="-ms-2.5 mt-4">
              <MarkAllForm action={markAllThreadsRead.bind(null, course)} />
            </div>
          ) : null}
        </>
      ) : (
        <Nothing filtered={filtered} filter={filter} home={home} newHref={newHref} />
      )}
    </div>
  );
}

function hrefOf(home: string, { show, lesson, passage, page }: ThreadFilter): string {
  const query = new URLSearchParams();
  if (show !== 'all') query.set('show', show);
  if (lesson) query.set('lesson', lesson);
  if (passage) query.set('passage', passage);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${home}?${query}` : home;
}

function Filters({ home, filter, lessons }: { home: string; filter: ThreadFilter; lessons: ThreadList['lessons'] }) {
  return (
    <div className="no-print mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <nav aria-label="Which threads">
        <ul className="flex flex-wrap gap-x-4 sm:gap-x-5">
          {SHOWS.map((show) => (
            <li key={show}>
              <Link
                href={hrefOf(home, { ...filter, show, page: 1 })}
                prefetch={false}
                aria-current={filter.show === show ? 'page' : undefined}
                className="inline-flex min-h-11 items-center border-transparent border-b-2 text-ink-2 text-ui hover:text-link aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {SHOW_WORDS[show]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form action={home} className="flex items-end gap-2">
        {filter.show === 'all' ? null : <input type="hidden" name="show" value={filter.show} />}
        <Field label="Lesson">
          {(ids) => (
            <Select {...ids} name="lesson" defaultValue={filter.lesson ?? ''} className="max-w-72">
              <option value="">All lessons and the course</option>
              {lessons.map(({ slug, position, title }) => (
                <option key={slug} value={slug}>
                  {position}. {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">Show</Button>
      </form>
    </div>
  );
}

function Pages({ home, filter, pages }: { home: string; filter: ThreadFilter; pages: number }) {
  if (pages < 2) return null;
  const link = 'inline-flex min-h-11 items-center text-link text-ui underline underline-offset-3';
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center gap-6">
      {filter.page > 1 ? (
        <Link href={hrefOf(home, { ...filter, page: filter.page - 1 })} prefetch={false} className={link}>
          Newer
        </Link>
      ) : null}
      <span className="text-ink-2 text-ui-s">
        Page {filter.page} of {pages}
      </span>
      {filter.page < pages ? (
        <Link href={hrefOf(home, { ...filter, page: filter.page + 1 })} prefetch={false} className={link}>
          Older
        </Link>
      ) : null}
    </nav>
  );
}

const NOTHING: Readonly<Record<Show, { title: string; why: string }>> = {
  all: {
    title: 'Nobody has written here yet',
    why: 'Whoever asks first helps everybody who wonders about the same thing. Three ways to begin: say which step of an argument you do not follow; quote a passage and say what speaks against it; ask what the other side would reply.',
  },
  unread: { title: 'Nothing new', why: 'You have seen every post here.' },
  unanswered: {
    title: 'No question is waiting',
    why: 'Every question here has an accepted answer, or a reply by an instructor or an assistant.',
  },
  mine: {
    title: 'You have not written here yet',
    why: 'Threads that you start or write in gather here, so that you find them again.',
  },
};

function Nothing(props: { filtered: boolean; filter: ThreadFilter; home: string; newHref: string }) {
  const { title, why } = NOTHING[props.filter.show];
  return (
    <EmptyState
      title={title}
      why={why}
      action={
        <>
          <ButtonLink href={props.newHref} variant="primary">
            Start a thread
          </ButtonLink>
          {props.filtered ? <ButtonLink href={props.home}>Show all threads</ButtonLink> : null}
        </>
      }
    />
  );
}
