import Link from 'next/link';
import { Time } from '@/components/ui/time';
import { pointsText } from '@/lib/gradebook/rules';
import { STATE_WORDS } from '@/lib/gradebook/schema';
import type { StudentPage } from '@/lib/gradebook/student';

/** A student's attempts as staff see them, latest first. */
export function AttemptList({
  course,
  attempts,
  zone,
  now,
}: {
  course: string;
  attempts: StudentPage['attempts'];
  zone: string;
  now: Date;
}) {
  if (attempts.length === 0) return <p className="text-ui text-ink-2">No attempt yet.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-ui text-start border-t border-line">
        <thead>
          <tr className="text-ui-s text-ink-3">
            <th scope="col" className="text-start py-2 font-medium">
              Quiz
            </th>
            <th scope="col" className="text-start py-2 font-medium">
              State
            </th>
            <th scope="col" className="text-end py-2 font-medium">
              Score
            </th>
            <th scope="col" className="text-start py-2 ps-6 font-medium">
              Ended
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.attempt_id} className="border-t border-line align-top">
              <th scope="row" className="min-w-44 text-start font-normal py-2 pe-4">
                <Link href={`/courses/${course}/teach/attempts/${attempt.attempt_id}`} className="text-link underline">
                  {attempt.quiz_title}, attempt {attempt.n}
                </Link>
              </th>
              <td className="py-2 pe-4 whitespace-nowrap">
                {STATE_WORDS[attempt.state]}
                {attempt.counts && ' · counts'}
              </td>
              <td className="py-2 text-end tabular-nums whitespace-nowrap">
                {attempt.points === null ? '–' : `${pointsText(attempt.points)} of ${pointsText(attempt.max_points)}`}
              </td>
              <td className="py-2 ps-6 whitespace-nowrap">
                {attempt.submitted_at ? <Time at={attempt.submitted_at} zone={zone} now={now} style="datetime" /> : '–'}
                {attempt.ended_by === 'deadline' && ' (time was up)'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
