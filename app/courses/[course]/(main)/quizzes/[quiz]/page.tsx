import { notFound } from 'next/navigation';
import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { PastAttempts } from '@/components/quiz/past-attempts';
import { counted } from '@/components/quiz/quiz-words';
import { StartFacts } from '@/components/quiz/start-facts';
import { StartForm } from '@/components/quiz/start-form';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { StoredHtml } from '@/components/ui/stored-html';
import { Time } from '@/components/ui/time';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { getQuizStart, type QuizStart } from '@/lib/quizzes/queries';
import { beginAttempt } from './actions';

interface Props {
  readonly params: Promise<{ course: string; quiz: string }>;
}

/** What a quiz is before it begins, and afterwards the way to each attempt. */
export default async function QuizStartPage({ params }: Props) {
  const { course, quiz } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const start = await getQuizStart(ctx, me, quiz);
  if (!start) notFound();
  const home = `/courses/${course}`;
  const attempts = (
    <PastAttempts course={course} attempts={start.past} whyHidden={start.whyHidden} zone={me.timeZone} now={ctx.now} />
  );
  // Whoever is through with it comes to look back: then that stands first.
  const through = start.refusal !== null && start.past.length > 0;
  return (
    <div className="pb-16">
      <PageTitle>{start.title}</PageTitle>
      <PageHead
        title={start.title}
        crumbs={[
          { href: home, label: me.courseTitle },
          ...(start.lesson ? [{ href: `${home}/lessons/${start.lesson.slug}`, label: start.lesson.title }] : []),
        ]}
        standfirst={
          start.kind === 'check'
            ? 'A graded check of what the lesson says. Look things up if you like: the lesson stays open to you.'
            : undefined
        }
        actions={
          me.role === 'instructor' ? (
            <ButtonLink href={`${home}/teach/quizzes/${quiz}`}>Settings</ButtonLink>
          ) : undefined
        }
      />
      {start.beyond ? (
        <p className="-mt-4 mb-6 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-ui-s">
          <BeyondBadge /> Its lesson tells what the article’s author could not yet know.
        </p>
      ) : null}
      {start.hidden ? (
        <Notice tone="warn" title="Hidden from students" className="mb-6 max-w-3xl">
          <p>Only staff see this quiz. It was taken out of the course’s text; its attempts and scores are kept.</p>
        </Notice>
      ) : null}
      {start.introHtml ? (
        <StoredHtml html={start.introHtml} className="prose mb-8 max-w-read font-serif text-read" />
      ) : null}
      {through ? (
        <>
          <Begin start={start} course={course} />
          {attempts}
          <h2 className="mt-12 mb-4 font-serif text-h2">About this quiz</h2>
        </>
      ) : null}
      {start.open ? <Running start={start} course={course} zone={me.timeZone} now={ctx.now} /> : null}
      <StartFacts {...start} zone={me.timeZone} now={ctx.now} />
      {start.open || through ? null : <Begin start={start} course={course} />}
      {through ? null : attempts}
    </div>
  );
}

function Running({ start, course, zone, now }: { start: QuizStart; course: string; zone: string; now: Date }) {
  if (!start.open) return null;
  return (
    <div className="mb-8 max-w-3xl border-line-strong border-y py-5">
      <p className="font-semibold text-ui">{start.preview ? 'Your preview is open' : 'An attempt is open'}</p>
      <p className="mt-1 text-ink-2 text-ui">
        Begun <Time at={start.open.startedAt} zone={zone} now={now} />
        {start.open.deadlineAt ? (
          <>
            , it ends by itself <Time at={start.open.deadlineAt} zone={zone} now={now} />
          </>
        ) : null}
        . What you answered is saved.
      </p>
      <div className="mt-4">
        <ButtonLink href={`/courses/${course}/attempts/${start.open.attemptId}`} variant="primary">
          Go on
        </ButtonLink>
      </div>
    </div>
  );
}

function Begin({ start, course }: { start: QuizStart; course: string }) {
  if (start.refusal) {
    return (
      <Notice tone="info" className="mt-8 max-w-3xl">
        <p>{start.refusal.message}</p>
      </Notice>
    );
  }
  const words = start.preview
    ? 'Preview this quiz'
    : start.attemptsUsed > 0
      ? `Start attempt ${start.attemptsUsed + 1}`
      : 'Start';
  return (
    <div className="mt-8 max-w-3xl">
      {start.preview ? (
        <p className="mb-4 text-ink-2 text-ui">
          A preview is yours alone: it never counts, knows no limits, and shows everything afterwards.
        </p>
      ) : (
        <p className="mb-4 text-ink-2 text-ui">
          {start.timeLimitSeconds === null
            ? 'By starting you begin an attempt; the answers should be your own.'
            : `The time runs from the moment you start${start.attemptsLeft === 1 ? ', and this is your last attempt' : ''}. The answers should be your own.`}
          {start.attemptsLeft !== null && start.attemptsLeft > 1
            ? ` ${counted(start.attemptsLeft - 1, 'attempt')} will be left after this one.`
            : ''}
        </p>
      )}
      <StartForm quiz={start.slug} words={words} action={beginAttempt.bind(null, course)} />
    </div>
  );
}
