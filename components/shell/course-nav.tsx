import Link from 'next/link';
import type { Role } from '@/lib/authz/roles';

interface CourseNavProps {
  readonly slug: string;
  readonly title: string;
  readonly role: Role;
}

const LINK = 'inline-flex min-h-11 items-center text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline';

/** The places of a course: the same for everybody, but for the scores, which a student sees as their own grades. */
export function CourseNav({ slug, title, role }: CourseNavProps) {
  const home = `/courses/${slug}`;
  const links = [
    { href: home, label: 'Outline' },
    { href: `${home}/reference`, label: 'Reference' },
    role === 'student'
      ? { href: `${home}/grades`, label: 'Grades' }
      : { href: `${home}/teach/scores`, label: 'Scores' },
  ];
  return (
    <nav aria-label={title} className="no-print border-line border-b">
      <ul className="page-column flex flex-wrap gap-x-6">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className={LINK}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
