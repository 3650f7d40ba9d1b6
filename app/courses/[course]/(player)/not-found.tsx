import type { Metadata } from 'next';
import { DeadEnd } from '@/components/shell/dead-ends';

// For the document that Next answers with at first, empty until its scripts fill it; then the page has the same title itself.
export const metadata: Metadata = { title: 'There is nothing here · Lectern' };

/** An attempt that is not there: below the course's own layout, so that who previews the course can leave from here. */
export default function PlayerNotFound() {
  return <DeadEnd is="not-in-course" alone />;
}
