import { ScoreFilter } from '@/components/scores/score-filter';
import { ScoreGrid, viewQuery } from '@/components/scores/score-grid';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { STAFF } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { getClassTable } from '@/lib/gradebook/class-table';
import { classViewOf } from '@/lib/gradebook/schema';
import { counted } from '@/lib/lessons/rules';

interface Props {
  readonly params: Promise<{ course: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ScoresPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, STAFF);
  const view = classViewOf(await searchParams);
  const table = await getClassTable(ctx, me, view);
  if (table.students === 0) {
    return (
      <>
        <PageTitle>Scores</PageTitle>
        <PageHead title="Scores" crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]} />
        <EmptyState
          title="Nobody has joined yet"
          why="Scores appear here as students take the checks and quizzes of this course."
          action={<ButtonLink href={`/courses/${course}/teach/people`}>Invite students</ButtonLink>}
        />
      </>
    );
  }
  return (
    <>
      <PageTitle>Scores</PageTitle>
      <PageHead
        title="Scores"
        crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]}
        standfirst="The grade of every student in every quiz: the best attempt, unless a quiz counts otherwise."
        actions={
          <ButtonLink
            variant="secondary"
            href={`/courses/${course}/teach/scores.csv${viewQuery(view)}`}
            prefetch={false}
          >
            Export as CSV
          </ButtonLink>
        }
      />
      <ScoreFilter course={course} table={table} view={view} />
      <p className="text-ui text-ink-2 my-4" role="status">
        {table.rows.length === table.students
          ? counted(table.students, 'student')
          : `${table.rows.length} of ${counted(table.students, 'student')}`}
      </p>
      {table.rows.length === 0 ? (
        <EmptyState
          title="No student fits this filter"
          why="Try part of a name, or another state."
          action={<ButtonLink href={`/courses/${course}/teach/scores`}>Show everybody</ButtonLink>}
        />
      ) : (
        <ScoreGrid course={course} table={table} view={view} />
      )}
    </>
  );
}
