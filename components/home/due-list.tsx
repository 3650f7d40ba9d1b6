import Link from 'next/link';
import { Time, timeText } from '@/components/ui/time';
import type { Due } from '@/lib/progress/home';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const isNear = (at: Date, now: Date): boolean => at.getTime() - now.getTime() < WEEK;

/** What is to be done soon: when, in words, and where. */
export function DueList({ due, now, zone }: { due: readonly Due[]; now: Date; zone: string }) {
  if (due.length === 0) {
    return <p className="text-ink-2 text-ui">Nothing has a closing time ahead.</p>;
  }
  return (
    <ul>
      {due.map(({ course, quiz, attemptId, at }) => (
        <li key={`${course.slug} ${quiz.slug}`} className="border-line border-t py-3 first:border-t-0 first:pt-0">
          <Link
            href={
              attemptId
                ? `/courses/${course.slug}/attempts/${attemptId}`
                : `/courses/${course.slug}/quizzes/${quiz.slug}`
            }
            prefetch={false}
            className="inline-block py-0.5 text-link text-ui underline underline-offset-3"
          >
            {attemptId ? `Go on with “${quiz.title}”` : quiz.title}
          </Link>
          <span className="block text-ink-2 text-ui-s">
            {at ? (
              <>
                {attemptId ? 'ends' : 'closes'}{' '}
                {isNear(at, now) ? `${timeText({ at, zone, now, style: 'relative' }).text}, ` : ''}
                <Time at={at} zone={zone} now={now} />
              </>
            ) : (
              'under way, without a time limit'
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
