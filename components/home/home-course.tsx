import Link from 'next/link';
import type { NeedsYou } from '@/lib/gradebook/needs-you';
import { counted } from '@/lib/lessons/rules';
import type { HomeCourse as Course } from '@/lib/progress/home';
import { countDone, type Place, placeToContinue } from '@/lib/progress/rules';

const ROLES = { student: '', assistant: 'You assist in this course', instructor: 'You teach this course' } as const;

/** A course in the list: what it is, how far one is in it, what is new. */
export function HomeCourse({ course, needs }: { course: Course; needs: NeedsYou | undefined }) {
  const { slug, title, subtitle, role, unread, lessons } = course;
  const { done, of } = countDone(lessons);
  return (
    <li className="border-line border-t py-5">
      <Link
        href={`/courses/${slug}`}
        prefetch={false}
        className="font-serif text-h3 text-ink underline decoration-transparent underline-offset-4 hover:text-link hover:decoration-current"
      >
        {title}
      </Link>
      {subtitle ? <p className="text-ink-2 text-ui">{subtitle}</p> : null}
      {role === 'student' ? (
        <p className="numbers mt-2 text-ink-2 text-ui-s">
          {of === 0 ? 'No lessons yet' : `${done} of ${of} lessons done`}
          {placeInWords(placeToContinue(lessons))}
          {unread > 0 ? ` · ${counted(unread, 'unread notice')}` : ''}
        </p>
      ) : (
        <p className="numbers mt-2 text-ink-2 text-ui-s">
          {ROLES[role]}
          {needs ? ` · ${counted(needs.students, 'student')}` : ''} · {counted(of, 'lesson')}
          {unread > 0 ? ` · ${counted(unread, 'unread notice')}` : ''}
        </p>
      )}
    </li>
  );
}

function placeInWords(place: Place): string {
  if (place.kind === 'empty') return '';
  if (place.kind === 'finished') return ' · finished';
  if (place.kind === 'check') return ` · next: the check of lesson ${place.lesson.position}`;
  return place.kind === 'start' ? '' : ` · next: ${place.lesson.position}.${place.passage.position}`;
}
