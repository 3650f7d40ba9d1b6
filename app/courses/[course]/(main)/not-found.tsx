import { DeadEnd } from '@/components/shell/dead-ends';

export const metadata = { title: 'Not found' };

/** Within a course: the places of the course stay in reach. */
export default function CourseNotFound() {
  return <DeadEnd is="not-in-course" />;
}
