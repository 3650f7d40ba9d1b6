import Link from 'next/link';
import { QuizList } from '@/components/quiz/quiz-list';
import { StaffFacts } from '@/components/quiz/staff-facts';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { STAFF } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { listQuizzes } from '@/lib/quizzes/queries';

const LINK = 'inline-flex min-h-11 items-center text-link text-ui underline underline-offset-3';

/** Every quiz of the course for its staff: settings, summary, preview. */
export default async function TeachQuizzesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, STAFF);
  const quizzes = await listQuizzes(ctx, me);
  const home = `/courses/${course}`;
  return (
    <div className="pb-16">
      <PageTitle>Quizzes</PageTitle>
      <PageHead
        title="Quizzes"
        crumbs={[{ href: home, label: me.courseTitle }]}
        standfirst="Questions and rules come from the course’s text. What you set here holds over it."
      />
      {quizzes.length === 0 ? (
        <EmptyState
          title="No quizzes yet"
          why="A lesson’s check and other quizzes are written in the course’s text, under questions/ and quizzes/; syncing the course brings them here."
        />
      ) : (
        <QuizList
          quizzes={quizzes}
          hrefOf={(slug) => `${home}/quizzes/${slug}`}
          zone={me.timeZone}
          now={ctx.now}
          factsOf={(quiz) => <StaffFacts {...quiz} zone={me.timeZone} now={ctx.now} />}
          asideOf={({ slug, title }) => (
            <span className="flex flex-wrap gap-x-5">
              {me.role === 'instructor' ? (
                <Link href={`${home}/teach/quizzes/${slug}`} prefetch={false} className={LINK}>
                  Settings<span className="sr-only"> of {title}</span>
                </Link>
              ) : null}
              <Link href={`${home}/teach/quizzes/${slug}/summary`} prefetch={false} className={LINK}>
                Summary<span className="sr-only"> of {title}</span>
              </Link>
              <Link href={`${home}/quizzes/${slug}`} prefetch={false} className={LINK}>
                Preview<span className="sr-only"> of {title}</span>
              </Link>
            </span>
          )}
        />
      )}
    </div>
  );
}
