import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { inPoints } from './quiz-words';

interface Past {
  readonly attemptId: string;
  readonly n: number;
  readonly state: 'ended' | 'submitted' | 'graded';
  readonly submittedAt: Date | null;
  readonly endedBy: 'student' | 'deadline' | null;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly counts: boolean;
}

interface Props {
  readonly course: string;
  readonly attempts: readonly Past[];
  readonly whyHidden: string | null;
  readonly zone: string;
  readonly now: Date;
}

/** One's earlier attempts: when, how it went or why that is not shown, and the way to each review. */
export function PastAttempts({ course, attempts, whyHidden, zone, now }: Props) {
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="past-title" className="mt-12 max-w-3xl">
      <h2 id="past-title" className="font-serif text-h2">
        Your attempts
      </h2>
      {whyHidden ? <p className="mt-1 text-ink-2 text-ui">{whyHidden}</p> : null}
      <ul className="mt-4 border-line border-t">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId} className="flex flex-wrap items-center gap-x-5 gap-y-1 border-line border-b py-2">
            <span className="min-w-24 font-semibold text-ui">Attempt {attempt.n}</span>
            <span className="numbers min-w-24 text-ui">{scoreWords(attempt)}</span>
            {attempt.counts && attempts.length > 1 ? <Badge tone="accent">counts</Badge> : null}
            <span className="flex-1 text-ink-2 text-ui-s">
              {attempt.endedBy === 'deadline' ? 'Time was up ' : 'Submitted '}
              {attempt.submittedAt ? <Time at={attempt.submittedAt} zone={zone} now={now} /> : null}
            </span>
            <Link
              href={`/courses/${course}/attempts/${attempt.attemptId}/review`}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-link text-ui underline underline-offset-3"
            >
              Review<span className="sr-only"> attempt {attempt.n}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function scoreWords({ state, points, maxPoints }: Past): string {
  if (state === 'ended') return 'Being counted';
  if (state === 'submitted') return 'To be graded';
  return points === null ? 'Not shown yet' : `${inPoints(points)} of ${inPoints(maxPoints)}`;
}
