import Link from 'next/link';
import { ContinueCard } from '@/components/lesson/continue-card';
import { LessonRow, QuizRow } from '@/components/lesson/outline-rows';
import { SourceNote } from '@/components/lesson/source-note';
import { PageTitle } from '@/components/shell/page-title';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHead } from '@/components/ui/page-head';
import { StoredHtml } from '@/components/ui/stored-html';
import { Time } from '@/components/ui/time';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { getOutline, type Outline } from '@/lib/lessons/queries';
import { counted } from '@/lib/lessons/rules';
import { listLessonProgress } from '@/lib/progress/queries';
import { placeToContinue } from '@/lib/progress/rules';
import { listPinnedAnnouncements, type PinnedAnnouncement } from '@/lib/threads/elsewhere';

interface Props {
  readonly params: Promise<{ course: string }>;
}

export default async function OutlinePage({ params }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const [outline, progress, announcements] = await Promise.all([
    getOutline(ctx, me),
    listLessonProgress(ctx, me),
    listPinnedAnnouncements(ctx, me),
  ]);
  const byLesson = new Map(progress.map((lesson) => [lesson.lessonId, lesson]));
  const place = placeToContinue(progress);
  const when = { now: ctx.now, zone: me.timeZone };
  const home = `/courses/${course}`;
  return (
    <>
      <PageTitle>{me.courseTitle}</PageTitle>
      <PageHead title={outline.title} standfirst={outline.subtitle} />
      <div className="grid gap-x-16 gap-y-12 pb-16 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-10">
          <Announcements items={announcements} home={home} {...when} />
          {outline.parts.length === 0 ? (
            <NoLessons staff={outline.join !== null} home={home} />
          ) : (
            <ContinueCard course={course} place={place} lessons={progress} />
          )}
          {outline.descriptionHtml ? (
            <details open={place.kind === 'start' || place.kind === 'empty'} className="max-w-read">
              <summary className="min-h-8 w-fit py-1 font-semibold text-ink-2 text-ui">About this course</summary>
              <StoredHtml html={outline.descriptionHtml} className="prose-ui mt-2" />
            </details>
          ) : null}
          {outline.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two runs of lessons without a part are told apart by their place
            <section key={index} aria-label={part.title ?? 'Lessons'}>
              {part.title ? <h2 className="mb-3 font-semibold text-ink-2 text-ui">{part.title}</h2> : null}
              <ul className="border-line border-b">
                {part.lessons.map((lesson) => (
                  <LessonRow
                    key={lesson.slug}
                    course={course}
                    lesson={lesson}
                    progress={byLesson.get(lesson.lessonId)}
                    {...when}
                  />
                ))}
              </ul>
            </section>
          ))}
          {outline.quizzes.length > 0 ? (
            <section aria-labelledby="quizzes-title">
              <h2 id="quizzes-title" className="mb-3 font-semibold text-ink-2 text-ui">
                Quizzes
              </h2>
              <ul className="border-line border-b">
                {outline.quizzes.map((quiz) => (
                  <QuizRow key={quiz.slug} course={course} quiz={quiz} {...when} />
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <About outline={outline} home={home} />
      </div>
    </>
  );
}

function NoLessons({ staff, home }: { staff: boolean; home: string }) {
  return staff ? (
    <EmptyState
      title="This course has no lessons yet"
      why="Lessons are written as plain text in a folder and loaded with “lectern course sync”. As soon as they are, they stand here in order."
      action={<ButtonLink href={`${home}/teach/people`}>Invite people meanwhile</ButtonLink>}
    />
  ) : (
    <EmptyState
      title="There is nothing to read here yet"
      why="Your instructor has opened the course and not put its lessons in. You will find them here."
      action={<ButtonLink href={`${home}/threads`}>See what the class says</ButtonLink>}
    />
  );
}

interface AnnouncementsProps {
  readonly items: readonly PinnedAnnouncement[];
  readonly home: string;
  readonly now: Date;
  readonly zone: string;
}

function Announcements({ items, home, now, zone }: AnnouncementsProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label="Announcements">
      <ul className="space-y-2">
        {items.map(({ id, title, at, author, unread }) => (
          <li key={id} className="flex items-start gap-3 text-ui">
            <Icon name="announcement" className="mt-0.5 size-5 text-ink-2" />
            <p className="min-w-0">
              <Link
                href={`${home}/threads/${id}`}
                prefetch={false}
                className="font-semibold text-link underline underline-offset-3"
              >
                {title}
              </Link>{' '}
              {unread ? <Badge tone="accent">New</Badge> : null}
              <span className="block text-ink-2 text-ui-s">
                {author ? `${author} · ` : ''}
                <Time at={at} zone={zone} now={now} style="relative" />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ASIDE_HEAD = 'mb-2 font-semibold text-ink-2 text-ui';

function About({ outline, home }: { outline: Outline; home: string }) {
  const { terms, people, events, records, hasNotes } = outline.reference;
  const links = [
    { id: 'glossary', words: counted(terms, 'term'), name: 'Glossary', there: terms > 0 },
    { id: 'cast', words: counted(people, 'person', 'people'), name: 'Cast', there: people > 0 },
    { id: 'timeline', words: counted(events, 'event'), name: 'Timeline', there: events > 0 },
    { id: 'record', words: counted(records, 'entry', 'entries'), name: 'Public record', there: records > 0 },
    { id: 'notes', words: '', name: 'On the source', there: hasNotes },
  ].filter(({ there }) => there);
  return (
    <aside aria-label="About this course" className="space-y-9">
      {outline.join ? (
        <section aria-labelledby="join-title" className="no-print">
          <h2 id="join-title" className={ASIDE_HEAD}>
            Join code
          </h2>
          <p className="flex flex-wrap items-center gap-3">
            <code className="font-mono text-ink text-lede">{outline.join.code}</code>
            <CopyButton text={outline.join.code} label="Copy" />
          </p>
          <p className="mt-1 text-ink-2 text-ui-s">
            {outline.join.open
              ? 'Whoever has it can join as a student.'
              : 'Closed: nobody can join with it until you open it again.'}{' '}
            <Link href={`${home}/teach/people`} prefetch={false} className="text-link underline underline-offset-3">
              People
            </Link>
          </p>
        </section>
      ) : null}
      {outline.source ? (
        <section aria-labelledby="source-title">
          <h2 id="source-title" className={ASIDE_HEAD}>
            The article
          </h2>
          <SourceNote source={outline.source} />
        </section>
      ) : null}
      {links.length > 0 ? (
        <section aria-labelledby="reference-title">
          <h2 id="reference-title" className={ASIDE_HEAD}>
            Look things up
          </h2>
          <ul>
            {links.map(({ id, name, words }) => (
              <li key={id}>
                <Link
                  href={`${home}/reference#${id}`}
                  prefetch={false}
                  className="inline-flex min-h-8 items-center gap-2 text-link text-ui underline underline-offset-3"
                >
                  {name}
                </Link>{' '}
                <span className="numbers text-ink-2 text-ui-s">{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {outline.objectives.length > 0 ? (
        <section aria-labelledby="objectives-title">
          <h2 id="objectives-title" className={ASIDE_HEAD}>
            When you have finished, you can
          </h2>
          <ul className="list-disc space-y-2 ps-4 text-ink-2 text-ui marker:text-ink-3">
            {outline.objectives.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </aside>
  );
}
