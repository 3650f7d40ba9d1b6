import { notFound } from 'next/navigation';
import { Histogram } from '@/components/scores/histogram';
import { QuestionAnalysis } from '@/components/scores/question-analysis';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { STAFF } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { pointsText } from '@/lib/gradebook/rules';
import { findQuizSummary } from '@/lib/item-analysis/quiz-summary';
import { ENOUGH } from '@/lib/item-analysis/rules';
import { counted } from '@/lib/lessons/rules';

export default async function QuizSummaryPage({ params }: { params: Promise<{ course: string; quiz: string }> }) {
  const { course, quiz } = await params;
  const { ctx, me } = await requireEnrolment(course, STAFF);
  const summary = await findQuizSummary(ctx, me, quiz);
  if (!summary) notFound();
  const { spread } = summary;
  const crumbs = [
    { href: `/courses/${course}`, label: me.courseTitle },
    { href: `/courses/${course}/teach/quizzes`, label: 'Quizzes' },
  ];
  if (!spread) {
    return (
      <>
        <PageTitle>{`Summary: ${summary.title}`}</PageTitle>
        <PageHead title={summary.title} crumbs={crumbs} />
        <EmptyState
          title="Nobody has finished this quiz yet"
          why={`Mean, spread and what was chosen appear with the first finished attempt. ${counted(summary.students, 'student')} can take it.`}
        />
      </>
    );
  }
  const facts: readonly (readonly [string, string])[] = [
    ['Finished', `${summary.sittings} of ${counted(summary.students, 'student')}`],
    ['Mean', `${pointsText(spread.mean)} of ${pointsText(summary.maxPoints)}`],
    ['Standard deviation', pointsText(spread.standardDeviation)],
    ['Median', pointsText(spread.median)],
    ['Middle half', `${pointsText(spread.lowerQuartile)} to ${pointsText(spread.upperQuartile)}`],
    ['Lowest and highest', `${pointsText(spread.lowest)} and ${pointsText(spread.highest)}`],
  ];
  return (
    <>
      <PageTitle>{`Summary: ${summary.title}`}</PageTitle>
      <PageHead
        title={summary.title}
        crumbs={crumbs}
        standfirst="How the class did, by each student’s first finished attempt: later ones are made with the feedback of the first."
      />
      <section
        aria-label="Scores of the class"
        className="grid gap-8 md:grid-cols-[minmax(0,1fr)_18rem] items-start mb-10"
      >
        <Histogram fractions={summary.fractions} />
        <dl className="text-ui grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="tabular-nums text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions" className="text-h3 font-serif mb-2">
          Question by question
        </h2>
        <p className="text-ui text-ink-2 mb-4 max-w-3xl">
          Facility is the mean share of the points that was earned: 1 is everybody, 0 is nobody. Discrimination says
          whether students who did well in the rest of the quiz did better here: below 0, look at the key.
          {summary.sittings < ENOUGH &&
            ` With fewer than ${ENOUGH} students the numbers still move a lot with each of them.`}
        </p>
        <ol>
          {summary.questions.map((question) => (
            <QuestionAnalysis key={question.versionId} course={course} question={question} />
          ))}
        </ol>
      </section>
    </>
  );
}
