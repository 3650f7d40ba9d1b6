import { notFound } from 'next/navigation';
import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { OnlyMistakes } from '@/components/quiz/only-mistakes';
import { inPoints } from '@/components/quiz/quiz-words';
import { type ReviewItemProps, reviewItemHtml } from '@/components/quiz/review-item';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Static } from '@/components/ui/static';
import { StoredHtml } from '@/components/ui/stored-html';
import { Time } from '@/components/ui/time';
import { getReview } from '@/lib/attempts/queries';
import type { Review, ReviewItem } from '@/lib/attempts/schema';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { countThreadsByPassage } from '@/lib/threads/elsewhere';

interface Props {
  readonly params: Promise<{ course: string; attempt: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NO_THREADS: ReadonlyMap<string, number> = new Map();

/** One's own attempt, question by question, as far as the quiz's rules show it now. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { course, attempt } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const review = UUID.test(attempt) ? await getReview(ctx, me, attempt) : null;
  if (!review) notFound();
  const start = `/courses/${course}/quizzes/${review.quiz.slug}`;
  const only = (await searchParams).only === 'mistakes' && review.scoresShown;
  const mistakes = review.items.filter((item) => item.review && item.review.verdict !== 'correct');
  const shown = only ? mistakes : review.items;
  const lessons = new Set(review.items.flatMap(({ citations }) => citations.map(({ lessonId }) => lessonId)));
  const threads = lessons.size > 0 ? await countThreadsByPassage(ctx, me, [...lessons]) : NO_THREADS;
  return (
    <div className="pb-16">
      <PageTitle>{`Review: ${review.quiz.title}`}</PageTitle>
      <Static>
        <PageHead
          title={review.scoresShown && review.points !== null ? <Score review={review} /> : 'Your answers'}
          crumbs={[{ href: start, label: review.quiz.title }]}
        />
        <p className="numbers text-ink-2 text-ui">
          {review.preview ? 'Preview' : `Attempt ${review.n}`}
          {review.submittedAt ? (
            <>
              {' · '}
              {review.endedBy === 'deadline' ? 'time was up' : 'submitted'}{' '}
              <Time at={review.submittedAt} zone={me.timeZone} now={ctx.now} />
            </>
          ) : null}
        </p>
        {review.quiz.beyond ? (
          <p className="mt-2">
            <BeyondBadge />
          </p>
        ) : null}
      </Static>
      {review.receipt ? (
        <p className="numbers mt-2 flex flex-wrap items-center gap-3 text-ink-2 text-ui">
          Receipt {review.receipt.receipt}
          <CopyButton text={receiptText(review)} label="Copy the receipt" />
        </p>
      ) : null}
      {review.whyHidden || review.state === 'open' ? (
        <Static>
          {review.whyHidden ? (
            <Notice tone="info" className="mt-6 max-w-3xl">
              <p>{review.whyHidden}</p>
            </Notice>
          ) : null}
          {review.state === 'open' ? (
            <div className="mt-6">
              <ButtonLink href={`/courses/${course}/attempts/${attempt}`} variant="primary">
                Go on with the attempt
              </ButtonLink>
            </div>
          ) : null}
        </Static>
      ) : null}
      <div className="mt-8">
        {review.scoresShown ? (
          <OnlyMistakes
            href={`/courses/${course}/attempts/${attempt}/review`}
            only={only}
            mistakes={mistakes.length}
            questions={review.items.length}
          />
        ) : null}
      </div>
      <Static>
        {shown.length === 0 ? (
          <EmptyState title="No mistakes" why="Every question earned all its points." />
        ) : (
          <Items items={shown} course={course} attemptId={attempt} threads={threads} zone={me.timeZone} />
        )}
        <div className="no-print mt-8 flex flex-wrap gap-3">
          <ButtonLink href={start}>To the quiz’s page</ButtonLink>
          <ButtonLink href={`/courses/${course}`} variant="quiet">
            To the outline
          </ButtonLink>
        </div>
      </Static>
    </div>
  );
}

type ItemsProps = Omit<ReviewItemProps, 'item'> & { readonly items: readonly ReviewItem[] };

/** A component, so that the text comes to be where it is written: among the props it would stay as long as they do. */
function Items({ items, ...rest }: ItemsProps) {
  const html = items.map((item) => reviewItemHtml({ item, ...rest })).join('');
  return <StoredHtml as="ol" className="max-w-3xl border-line border-b" html={html} />;
}

function Score({ review }: { review: Review }) {
  return (
    <span className="numbers">
      {inPoints(review.points ?? 0)} of {inPoints(review.maxPoints)} points
    </span>
  );
}

const receiptText = ({ quiz, receipt }: Review): string =>
  receipt
    ? `${quiz.title}. Submitted ${receipt.submittedAt} · ${receipt.answered} answers · receipt ${receipt.receipt}`
    : '';
