import { DeadEnd } from '@/components/shell/dead-ends';

export const metadata = { title: 'Not for your role' };

/** Within a course: the places that are for the viewer's role stay in reach. */
export default function CourseForbidden() {
  return <DeadEnd is="forbidden" />;
}
