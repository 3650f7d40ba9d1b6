import Link from 'next/link';
import type { Role } from '@/lib/authz/roles';
import type { NeedsYou as Needs, Waiting } from '@/lib/gradebook/needs-you';
import { counted } from '@/lib/lessons/rules';

interface NeedsYouProps {
  readonly course: { readonly slug: string; readonly title: string; readonly role: Role };
  readonly needs: Needs;
  /** Named only where the viewer teaches several. */
  readonly showTitle: boolean;
}

/** What waits for a teacher in one course: each line says what and how much, and leads to it. */
export function NeedsYou({ course, needs, showTitle }: NeedsYouProps) {
  const home = `/courses/${course.slug}`;
  const lines = [
    {
      key: 'questions',
      words: `${counted(needs.questions.count, 'question')} without an answer`,
      href: `${home}/threads?show=unanswered`,
      to: (id: string) => `${home}/threads/${id}`,
      waiting: needs.questions,
    },
    {
      key: 'attempts',
      words: `${counted(needs.attempts.count, 'attempt')} to look at`,
      href: `${home}/teach/scores?state=to-grade`,
      to: (id: string) => `${home}/teach/attempts/${id}`,
      waiting: needs.attempts,
    },
    {
      key: 'quiet',
      words: `${counted(needs.quiet.count, 'student')} not seen for a week`,
      // An assistant has no roster; the scores list everybody too.
      href: course.role === 'instructor' ? `${home}/teach/people` : `${home}/teach/scores`,
      to: (id: string) => `${home}/teach/students/${id}`,
      waiting: needs.quiet,
    },
  ].filter(({ waiting }) => waiting.count > 0);
  return (
    <div>
      {showTitle ? <h3 className="mb-2 font-semibold text-ink-2 text-ui">{course.title}</h3> : null}
      {lines.length === 0 ? (
        <p className="border-line border-t py-4 text-ink-2 text-ui">
          Nothing waits for you here. New questions and attempts to grade appear in this place.
        </p>
      ) : (
        <ul>
          {lines.map(({ key, words, href, to, waiting }) => (
            <li key={key} className="border-line border-t py-4">
              <Link
                href={href}
                prefetch={false}
                className="font-serif text-h3 text-ink underline decoration-line-strong underline-offset-4 hover:text-link"
              >
                {words}
              </Link>
              <First waiting={waiting} to={to} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function First({ waiting: { first, count }, to }: { waiting: Waiting; to: (id: string) => string }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 text-ui">
      {first.map(({ id, name }) => (
        <li key={id} className="min-w-0">
          <Link
            href={to(id)}
            prefetch={false}
            className="wrap-break-word inline-block py-1 text-link underline underline-offset-3"
          >
            {name}
          </Link>
        </li>
      ))}
      {count > first.length ? <li className="py-1 text-ink-2">and {count - first.length} more</li> : null}
    </ul>
  );
}
