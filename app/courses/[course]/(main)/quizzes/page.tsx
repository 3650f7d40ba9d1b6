import { QuizList } from '@/components/quiz/quiz-list';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { listQuizzes } from '@/lib/quizzes/queries';

/** Every quiz of the course, with what is left to do in each. */
export default async function QuizzesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const quizzes = await listQuizzes(ctx, me);
  return (
    <div className="pb-16">
      <PageTitle>Quizzes</PageTitle>
      <PageHead title="Quizzes" crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]} />
      {quizzes.length === 0 ? (
        <EmptyState
          title="No quizzes yet"
          why="They appear here, with each lesson’s check, as soon as the course has them."
        />
      ) : (
        <QuizList
          quizzes={quizzes}
          hrefOf={(slug) => `/courses/${course}/quizzes/${slug}`}
          zone={me.timeZone}
          now={ctx.now}
        />
      )}
    </div>
  );
}
