import { OwnGrade } from '@/components/scores/own-grade';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { requireEnrolment } from '@/lib/doors/pages';
import { getOwnGrades } from '@/lib/gradebook/own-grades';
import { pointsText } from '@/lib/gradebook/rules';

export default async function GradesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, ['student']);
  const grades = await getOwnGrades(ctx, me);
  if (grades.rows.length === 0) {
    return (
      <>
        <PageTitle>Your grades</PageTitle>
        <PageHead title="Your grades" crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]} />
        <EmptyState
          title="Nothing is graded here yet"
          why="Your grades appear as soon as this course has a check or a quiz."
          action={<ButtonLink href={`/courses/${course}`}>To the outline</ButtonLink>}
        />
      </>
    );
  }
  return (
    <>
      <PageTitle>Your grades</PageTitle>
      <PageHead
        title="Your grades"
        crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]}
        standfirst={
          grades.total === null
            ? 'Nothing is graded yet. Each line below says where you stand.'
            : `${pointsText(grades.total)} of ${pointsText(grades.of)} points in what is graded so far. Open a line to see how its number came about.`
        }
      />
      <div className="mb-16 max-w-3xl border-line border-t">
        {grades.rows.map((row) => (
          <OwnGrade key={row.column_id} course={course} row={row} zone={me.timeZone} />
        ))}
      </div>
    </>
  );
}
