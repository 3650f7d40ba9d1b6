import { DeadEnd } from '@/components/shell/dead-ends';

/** Within a course: the places that are for the viewer's role stay in reach. */
export default function CourseForbidden() {
  return <DeadEnd is="forbidden" />;
}
