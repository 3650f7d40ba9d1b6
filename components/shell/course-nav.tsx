'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Role } from '@/lib/authz/roles';
import { type PreviewAction, PreviewForm } from './preview-form';

interface CourseNavProps {
  readonly slug: string;
  readonly title: string;
  readonly role: Role;
  /** For staff: shows them the course as a student sees it. */
  readonly preview: PreviewAction | null;
}

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Other beginnings of addresses that belong here. */
  readonly also?: readonly string[];
}

const READ: Place = { path: '', label: 'Outline', icon: 'read', also: ['/lessons'] };
const TALK: Place = { path: '/threads', label: 'Talk', icon: 'talk' };
const REFERENCE: Place = { path: '/reference', label: 'Reference', icon: 'library' };
const GRADES: Place = { path: '/grades', label: 'Grades', icon: 'grades', also: ['/quizzes', '/attempts'] };
const SCORES: Place = {
  path: '/teach/scores',
  label: 'Scores',
  icon: 'scores',
  also: ['/teach/students', '/teach/attempts'],
};
const QUIZZES: Place = { path: '/teach/quizzes', label: 'Quizzes', icon: 'quiz', also: ['/quizzes', '/attempts'] };
const PEOPLE: Place = { path: '/teach/people', label: 'People', icon: 'people' };

const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  student: [READ, TALK, REFERENCE, GRADES],
  assistant: [READ, TALK, REFERENCE, SCORES, QUIZZES],
  instructor: [READ, TALK, REFERENCE, SCORES, QUIZZES, PEOPLE],
};

/** The places of a course: a line under the head of the page, and on a phone a bar at its foot, within reach of a thumb. At its end staff find the preview. */
export function CourseNav({ slug, title, role, preview }: CourseNavProps) {
  const home = `/courses/${slug}`;
  const within = usePathname().slice(home.length);
  const isHere = ({ path, also = [] }: Place): boolean =>
    path === ''
      ? within === '' || also.some((each) => within.startsWith(each))
      : [path, ...also].some((each) => within.startsWith(each));
  return (
    <nav aria-label={title} className="course-nav no-print">
      <div className="course-nav-column">
        <ul>
          {PLACES[role].map((place) => (
            <li key={place.path}>
              <Link
                href={`${home}${place.path}`}
                prefetch={false}
                {...(isHere(place) && {
                  'aria-current': within === place.path ? ('page' as const) : ('true' as const),
                })}
              >
                <Icon name={place.icon} className="size-5 lg:hidden" />
                {place.label}
              </Link>
            </li>
          ))}
        </ul>
        {preview ? (
          <div className="course-nav-end">
            <PreviewForm action={preview} at={within} />
          </div>
        ) : null}
      </div>
    </nav>
  );
}
