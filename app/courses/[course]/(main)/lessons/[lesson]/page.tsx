import Link from 'next/link';
import { notFound } from 'next/navigation';
import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { LessonCards } from '@/components/lesson/cards';
import { CheckCard } from '@/components/lesson/check-card';
import { LessonIsland } from '@/components/lesson/lesson-island';
import { BeforeReading, Contents, Discussion, PreviousNext } from '@/components/lesson/lesson-parts';
import { MarkReadForm } from '@/components/lesson/mark-read-form';
import { ReadingProgress } from '@/components/lesson/reading-progress';
import { writeUnread } from '@/components/lesson/unread';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { keptMarkup } from '@/components/ui/kept-markup';
import { LongHtml } from '@/components/ui/long-html';
import { Notice } from '@/components/ui/notice';
import { Static } from '@/components/ui/static';
import { StoredHtml } from '@/components/ui/stored-html';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { withMargins } from '@/lib/lessons/passage-html';
import { findLesson, type Lesson } from '@/lib/lessons/queries';
import { counted, paragraphsInWords } from '@/lib/lessons/rules';
import { nextPassage } from '@/lib/progress/rules';
import { countThreadsInLesson } from '@/lib/threads/elsewhere';
import { citedIn } from './cited';
import '@/app/reader.css';

interface Props {
  readonly params: Promise<{ course: string; lesson: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LessonPage({ params, searchParams }: Props) {
  const { course, lesson: slug } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const [lesson, threads] = await Promise.all([findLesson(ctx, me, slug), countThreadsInLesson(ctx, me, slug)]);
  if (!lesson) notFound();
  const { frame, passages, check } = lesson;
  const home = `/courses/${course}`;
  const cited = citedIn(await searchParams, home);
  const html = (): string =>
    withMargins(lesson.html, {
      courseSlug: course,
      lessonSlug: slug,
      keys: passages.map(({ key }) => key),
      position: lesson.position,
      threads,
      cited,
    });
  const read = passages.filter(({ readAt }) => readAt).length;
  const allRead = passages.length > 0 && read === passages.length;
  const hasCards = frame.cards.terms.length + frame.cards.people.length + frame.cards.records.length > 0;
  const after = [
    ...(frame.discussion ? [{ id: 'discuss-title', text: 'To discuss' }] : []),
    ...(check ? [{ id: 'check-title', text: 'Check' }] : []),
    ...(hasCards ? [{ id: 'cards-title', text: 'Words and people' }] : []),
  ];
  // What is the same for all its readers is written once.
  const contents = (): string =>
    keptMarkup(frame, `contents ${check ? 'with' : 'without'} a check`, () => (
      <Contents headings={frame.headings} after={after} />
    ));
  const cards = (): string =>
    keptMarkup(frame, `cards in ${course}`, () => <LessonCards course={course} {...lesson} />);
  return (
    <article className="lesson pb-16" aria-labelledby="lesson-title">
      <PageTitle>{`${lesson.position}. ${lesson.title} · ${me.courseTitle}`}</PageTitle>
      <div className="lesson-strip">
        <Static>
          <Link
            href={home}
            prefetch={false}
            className="flex min-h-11 min-w-0 items-center gap-2 text-ink-2 text-ui-s hover:text-link"
          >
            <Icon name="back" className="size-4" />
            <span className="truncate">
              Outline<span className="max-sm:hidden"> · {me.courseTitle}</span>
            </span>
          </Link>
        </Static>
        <ReadingProgress
          endpoint={`/api/v1/courses/${course}/lessons/${slug}/progress`}
          of={passages.length}
          unread={writeUnread(passages.filter(({ readAt }) => !readAt))}
        />
      </div>
      <div className="lesson-columns">
        <LongHtml html={contents} className="contents" />
        <div className="lesson-main space-y-10">
          <Static className="space-y-10">
            <LessonHead lesson={lesson} />
            <BeforeReading questions={frame.before} />
          </Static>
          {/* By itself: what stands above changes when the lesson is marked as read, and the text under the reader's eyes must not. */}
          {passages.length > 0 ? (
            <LongHtml html={html} className="lesson-body prose" />
          ) : (
            <EmptyState title="This lesson has no text yet" why="Its author has given it a title and nothing more." />
          )}
          <LessonIsland />
          <Static className="space-y-10">
            <div className="no-print max-w-read">
              {allRead ? (
                <p className="flex items-center gap-2 text-ink-2 text-ui">
                  <Icon name="ok" className="size-5 text-ok" />
                  You have read this lesson{check ? '.' : ': it is done.'}
                </p>
              ) : passages.length > 0 ? (
                <MarkReadForm action={`/api/v1/courses/${course}/lessons/${slug}/read`} />
              ) : null}
            </div>
            <Discussion
              discussion={frame.discussion}
              threadsHref={`${home}/threads?lesson=${slug}`}
              newThreadHref={`${home}/threads/new?lesson=${slug}`}
            />
            <div className="no-print space-y-0">
              {check ? (
                <CheckCard course={course} check={check} now={ctx.now} zone={me.timeZone} ready={allRead} />
              ) : null}
            </div>
            {hasCards ? <StoredHtml html={cards()} /> : null}
            <PreviousNext course={course} previous={lesson.previous} next={lesson.next} />
          </Static>
        </div>
      </div>
    </article>
  );
}

function LessonHead({ lesson }: { lesson: Lesson }) {
  const { frame, passages } = lesson;
  const read = passages.filter(({ readAt }) => readAt).length;
  const facts = [
    `Lesson ${lesson.position}${lesson.lessons > 1 ? ` of ${lesson.lessons}` : ''}`,
    `${lesson.minutes} min${lesson.check ? ' with its check' : ''}`,
    counted(passages.length, 'passage'),
    ...(frame.from.length > 0 ? [`draws on ${paragraphsInWords(frame.from)} of the article`] : []),
  ];
  const goOn = read > 0 && read < passages.length ? nextPassage(asProgress(lesson)) : null;
  return (
    <header className="max-w-read pt-8 sm:pt-10">
      {lesson.hidden ? (
        <Notice tone="warn" title="Hidden from students" className="mb-6">
          <p>
            Only staff see this lesson. It was taken out of the course’s text, or hidden; its progress and threads are
            kept.
          </p>
        </Notice>
      ) : null}
      {lesson.partTitle ? <p className="mb-2 text-ink-2 text-ui">{lesson.partTitle}</p> : null}
      <h1 id="lesson-title" className="wrap-break-word font-serif text-h1">
        {lesson.title}
      </h1>
      {lesson.standfirst ? <p className="mt-4 font-serif text-ink-2 text-lede">{lesson.standfirst}</p> : null}
      <p className="numbers mt-4 text-ink-2 text-ui-s">{facts.join(' · ')}</p>
      {lesson.beyond ? (
        <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-ui-s">
          <BeyondBadge /> This lesson tells what the article’s author could not yet know.
        </p>
      ) : null}
      {lesson.objectives.length > 0 ? (
        <details className="mt-3 text-ui">
          <summary className="w-fit py-1 text-ink-2 text-ui-s underline decoration-line-strong underline-offset-3">
            What you will be able to do
          </summary>
          <ul className="mt-1 list-disc space-y-1 ps-5 text-ink-2">
            {lesson.objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {goOn ? (
        <p className="no-print mt-4">
          <a
            href={`#${goOn.key}`}
            className="inline-flex min-h-11 items-center gap-2 text-link text-ui underline underline-offset-3"
          >
            Go on at {lesson.position}.{goOn.position}, where you stopped
          </a>
        </p>
      ) : null}
    </header>
  );
}

/** The lesson as lib/progress reads it. */
const asProgress = ({ lessonId, slug, title, position, hidden, passages }: Lesson) => ({
  lessonId,
  slug,
  title,
  position,
  hidden,
  passages,
  check: null,
});
