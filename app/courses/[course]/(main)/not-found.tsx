import { DeadEnd } from '@/components/shell/dead-ends';

/** Within a course: the places of the course stay in reach. */
export default function CourseNotFound() {
  return <DeadEnd is="not-in-course" />;
}
