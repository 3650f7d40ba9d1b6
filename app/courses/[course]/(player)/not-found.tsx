import { DeadEnd } from '@/components/shell/dead-ends';

/** An attempt that is not there: below the course's own layout, so that who previews the course can leave from here. */
export default function PlayerNotFound() {
  return <DeadEnd is="not-in-course" alone />;
}
