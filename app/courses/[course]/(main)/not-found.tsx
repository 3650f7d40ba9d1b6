import type { Metadata } from 'next';
import { DeadEnd } from '@/components/shell/dead-ends';

// For the document that Next answers with at first, empty until its scripts fill it; then the page has the same title itself.
export const metadata: Metadata = { title: 'There is nothing here · Lectern' };

/** Within a course: the places of the course stay in reach. */
export default function CourseNotFound() {
  return <DeadEnd is="not-in-course" />;
}
