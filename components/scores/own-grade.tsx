import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { OwnGrades } from '@/lib/gradebook/own-grades';
import { pointsText } from '@/lib/gradebook/rules';

type Row = OwnGrades['rows'][number];

const LINK = 'inline-block py-0.5 text-link underline underline-offset-3';

const COUNTS: Readonly<Record<string, string>> = {
  best: 'The best attempt counts.',
  last: 'The last attempt counts.',
  first: 'The first attempt counts.',
  average: 'The average of all attempts counts.',
};

/** One grade that opens into how it came about: the attempts, the rule, and a person's decision where there was one. */
export function OwnGrade({ course, row, zone }: { course: string; row: Row; zone: string }) {
  return (
    <details className="border-b border-line group" id={row.quiz_slug}>
      <summary className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-3 cursor-pointer text-ui min-h-11">
        <span className="w-full font-medium text-ink sm:w-auto sm:flex-1">{row.title}</span>
        <span className="tabular-nums text-ink">{gradeWords(row)}</span>
        <span className="text-ui-s text-link underline">
          <span className="group-open:hidden">
            {row.attempts.length > 0 || row.overridden ? 'How it came about' : 'Details'}
          </span>
          <span className="hidden group-open:inline">Close</span>
        </span>
      </summary>
      <div className="pb-4 ps-4 text-ui text-ink-2 space-y-2">
        {row.held && (
          <p>
            Scores of this quiz are shown when it has closed for everybody
            {row.shown_from ? (
              <>
                {': '}
                <Time at={row.shown_from} zone={zone} style="datetime" />
              </>
            ) : null}
            .
          </p>
        )}
        {row.overridden && (
          <p>
            Your instructor set this grade by hand{row.override_reason ? `: “${row.override_reason}”` : ''}. It counts
            instead of the attempts below.
          </p>
        )}
        {row.attempts.length === 0 ? (
          <p>
            No attempt yet.{' '}
            <Link href={`/courses/${course}/quizzes/${row.quiz_slug}`} className={LINK}>
              Go to the start page
            </Link>
          </p>
        ) : (
          <>
            <p>{COUNTS[row.counts]}</p>
            <ol className="space-y-1">
              {row.attempts.map((attempt) => (
                <li key={attempt.attempt_id} className="flex flex-wrap gap-x-3">
                  <span>Attempt {attempt.n}</span>
                  <span className="tabular-nums">{attemptWords(attempt)}</span>
                  {attempt.submitted_at && <Time at={attempt.submitted_at} zone={zone} style="datetime" />}
                  {attempt.counts && !row.overridden && <strong>counts</strong>}
                  <Link
                    href={`/courses/${course}/attempts/${attempt.attempt_id}${attempt.state === 'in-progress' ? '' : '/review'}`}
                    className={LINK}
                  >
                    {attempt.state === 'in-progress' ? 'Continue' : 'Question by question'}
                    <span className="sr-only">
                      , attempt {attempt.n} of {row.title}
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </details>
  );
}

function gradeWords(row: Row): string {
  if (row.held) return 'Not shown yet';
  if (row.points !== null) return `${pointsText(row.points)} of ${pointsText(row.max_points)}`;
  const latest = row.attempts.at(-1);
  if (!latest) return 'Not started';
  return latest.state === 'in-progress' ? 'In progress' : 'Being graded';
}

function attemptWords(attempt: Row['attempts'][number]): string {
  if (attempt.state === 'in-progress') return 'in progress';
  if (attempt.points === null) return 'score not shown yet';
  return `${pointsText(attempt.points)} of ${pointsText(attempt.max_points)}`;
}
