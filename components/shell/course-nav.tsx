import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Role } from '@/lib/authz/roles';
import { ariaCurrent } from './aria-current';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Beginnings of the addresses that belong here. */
  readonly at: string;
}

const READ: Place = { path: '', label: 'Outline', icon: 'read', at: '/lessons' };
const TALK: Place = { path: '/threads', label: 'Talk', icon: 'talk', at: '/threads' };
const REFERENCE: Place = { path: '/reference', label: 'Reference', icon: 'library', at: '/reference' };
const GRADES: Place = { path: '/grades', label: 'Grades', icon: 'grades', at: '/grades /quizzes /attempts' };
const SCORES: Place = {
  path: '/teach/scores',
  label: 'Scores',
  icon: 'scores',
  at: '/teach/scores /teach/students /teach/attempts',
};
const QUIZZES: Place = {
  path: '/teach/quizzes',
  label: 'Quizzes',
  icon: 'quiz',
  at: '/teach/quizzes /quizzes /attempts',
};
const PEOPLE: Place = { path: '/teach/people', label: 'People', icon: 'people', at: '/teach/people' };

const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  student: [READ, TALK, REFERENCE, GRADES],
  assistant: [READ, TALK, REFERENCE, SCORES, QUIZZES],
  instructor: [READ, TALK, REFERENCE, SCORES, QUIZZES, PEOPLE],
};

interface PlacesProps {
  readonly slug: string;
  readonly role: Role;
  /** Of the page that is asked for. */
  readonly path: string;
}

/** The places of a course. They go into a `<Static>`; when the page changes below them, frame-scripts.tsx says which is current. */
export function Places({ slug, role, path }: PlacesProps) {
  return (
    <ul>
      {PLACES[role].map((place) => {
        const href = `/courses/${slug}${place.path}`;
        return (
          <li key={place.path}>
            <Link href={href} prefetch={false} data-at={place.at} aria-current={ariaCurrent(path, href, place.at)}>
              <Icon name={place.icon} className="size-5 lg:hidden" />
              {place.label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The line under the head of the page that holds the places, and on a phone a bar at its foot, within reach of a thumb. */
export function CourseNav({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={title} className="course-nav no-print">
      <div className="course-nav-column">{children}</div>
    </nav>
  );
}
