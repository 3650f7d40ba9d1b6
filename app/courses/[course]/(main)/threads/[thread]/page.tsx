import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageTitle } from '@/components/shell/page-title';
import { Composer } from '@/components/thread/composer';
import { PostList } from '@/components/thread/post-list';
import { QuotedPassage } from '@/components/thread/quoted-passage';
import { RealPostNote } from '@/components/thread/real-post-note';
import { AcceptForm, ArrangeForm } from '@/components/thread/thread-tools';
import { LongHtml } from '@/components/ui/long-html';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Static } from '@/components/ui/static';
import { timeText } from '@/components/ui/time';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { acceptedHtml, type PostExtras, postHtml, unreadHtml } from '@/lib/threads/post-html';
import { findThread, type Thread, type ThreadPost } from '@/lib/threads/queries';
import { answeredByStaff, kindInWords, mayAccept, mayLock, mayPin, mayWrite } from '@/lib/threads/rules';
import { acceptPost, arrangeThread, createPost, markThreadRead, previewPost } from '../actions';
import { extrasFor, type News, newSince } from './post-extras';
import '@/app/threads.css';

interface Props {
  readonly params: Promise<{ course: string; thread: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const Id = z.uuid();

export default async function ThreadPage({ params, searchParams }: Props) {
  const { course, thread: id } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const thread = Id.safeParse(id).success ? await findThread(ctx, me, id) : null;
  if (!thread) notFound();
  const { reply } = await searchParams;
  const home = `/courses/${course}/threads`;
  const href = `${home}/${id}`;
  const writes = mayWrite(me, thread);
  const parent = writes ? thread.posts.find((post) => post.id === reply && !post.parentId && post.html !== null) : null;
  const accepted = thread.posts.find((post) => post.id === thread.accepted && post.html !== null && !post.hidden);
  const news = newSince(thread);
  const extras = extrasFor(thread, me, news, (at) =>
    timeText({ at, zone: me.timeZone, now: ctx.now, style: 'relative' }),
  );
  return (
    <div className="pb-16">
      <PageTitle>{`${thread.title} · ${me.courseTitle}`}</PageTitle>
      <Static>
        <PageHead
          title={thread.title}
          crumbs={[{ label: 'Talk', href: home }, ...placeCrumb(course, thread)]}
          className="pb-5!"
        />
        <p className="-mt-1 mb-6 text-ink-2 text-ui-s">
          {kindInWords(thread.kind, !!accepted, answeredByStaff(thread))} · {postsInWords(thread.posts)}
          {thread.pinned ? ' · Pinned' : ''}
          {news.first ? (
            <>
              {' '}
              ·{' '}
              <a href={`#post-${news.first}`} className="inline-block py-1 text-link underline underline-offset-3">
                {news.ids.size} new, go to the first
              </a>
            </>
          ) : null}
        </p>
        {thread.quote ? (
          <div className="mb-6">
            <QuotedPassage
              text={thread.quote.text}
              whole={thread.quote.whole}
              at={
                thread.passage && thread.lesson
                  ? {
                      number: thread.passage.number,
                      href: `/courses/${course}/lessons/${thread.lesson.slug}?cited=${thread.passage.key}#${thread.passage.key}`,
                    }
                  : null
              }
            />
          </div>
        ) : null}
      </Static>
      {mayAccept(me, thread) ? <AcceptForm thread={id} action={acceptPost.bind(null, course)} /> : null}
      <PostList
        thread={id}
        newestAt={thread.newestAt}
        ask={`/api/v1${href}/news?after=${encodeURIComponent(thread.newestAt ?? ctx.now.toISOString())}`}
        markRead={markThreadRead.bind(null, course)}
      >
        <LongHtml className="posts" html={() => postsHtml(thread, news, extras, accepted)} />
      </PostList>
      <section id="write" aria-labelledby="write-title" className="no-print mt-2 max-w-2xl">
        <h2 id="write-title" className="mb-3 font-serif text-h3">
          {writes ? 'Write a post' : 'This thread is closed'}
        </h2>
        {thread.locked ? (
          <Notice tone="info" className="mb-4">
            <p>
              {writes
                ? 'Closed for students: only staff can write.'
                : 'Only staff write here now. You can still read it.'}
            </p>
          </Notice>
        ) : null}
        {writes && me.previewSince ? <RealPostNote /> : null}
        {writes ? (
          <Composer
            thread={id}
            once={crypto.randomUUID()}
            replyTo={parent ? { id: parent.id, author: parent.author ?? 'a former member' } : null}
            draft={`${me.enrolmentId}:${id}`}
            href={href}
            action={createPost.bind(null, course)}
            preview={previewPost.bind(null, course)}
          />
        ) : null}
        {mayLock(me) ? (
          <div className="mt-8 border-line border-t pt-4">
            <ArrangeForm
              thread={id}
              pinned={thread.pinned}
              locked={thread.locked}
              mayPin={mayPin(me)}
              action={arrangeThread.bind(null, course)}
            />
          </div>
        ) : null}
        <details className="mt-6 text-ink-2 text-ui-s">
          <summary className="w-fit py-1">Keys</summary>
          <p className="mt-1">
            While a post has the focus: <kbd>j</kbd> next post, <kbd>k</kbd> previous post, <kbd>r</kbd> reply. While
            writing: <kbd>Ctrl</kbd>+<kbd>Enter</kbd> sends.
          </p>
        </details>
      </section>
    </div>
  );
}

function postsHtml(
  { posts }: Thread,
  news: News,
  extras: (post: ThreadPost) => PostExtras,
  accepted: ThreadPost | undefined,
): string {
  let html = '';
  for (const [index, post] of posts.entries()) {
    if (post.id === news.line) html += unreadHtml(news.ids.size);
    html += postHtml(post, extras(post));
    if (index === 0 && accepted) html += acceptedHtml(accepted);
  }
  return html;
}

function postsInWords(posts: Thread['posts']): string {
  const n = posts.filter(({ html }) => html !== null).length;
  return n === 1 ? 'no replies yet' : `${n} posts`;
}

const placeCrumb = (course: string, { lesson }: Thread) =>
  lesson
    ? [{ label: `Lesson ${lesson.position}: ${lesson.title}`, href: `/courses/${course}/lessons/${lesson.slug}` }]
    : [];
