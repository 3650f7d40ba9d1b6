import { notFound } from 'next/navigation';
import { EndedPanel } from '@/components/quiz/ended-panel';
import { Player } from '@/components/quiz/player';
import { PlayerHead } from '@/components/quiz/player-head';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { getPaper } from '@/lib/attempts/queries';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';

interface Props {
  readonly params: Promise<{ course: string; attempt: string }>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The player while the attempt is open; afterwards its receipt. */
export default async function AttemptPage({ params }: Props) {
  const { course, attempt } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const paper = UUID.test(attempt) ? await getPaper(ctx, me, attempt) : null;
  if (!paper) notFound();
  const title = <PageTitle>{paper.quiz.title}</PageTitle>;
  if (paper.state === 'open' && paper.items.length > 0)
    return (
      <>
        {title}
        <Player paper={JSON.stringify(paper)} zone={me.timeZone} />
      </>
    );
  return (
    <>
      {title}
      <PlayerHead title={paper.quiz.title} back={`/courses/${course}/quizzes/${paper.quiz.slug}`} />
      <main id="main" tabIndex={-1} className="page-column">
        {paper.items.length === 0 ? (
          <EmptyState
            title="This attempt has no questions"
            why="Tell your instructor: the quiz was empty when you began."
          />
        ) : (
          <EndedPanel
            course={course}
            quiz={paper.quiz}
            attemptId={paper.attemptId}
            receipt={paper.receipt}
            zone={me.timeZone}
            saved={paper.items.map(({ position, savedAt }) => ({ position, savedAt }))}
            missed={[]}
          />
        )}
      </main>
    </>
  );
}
