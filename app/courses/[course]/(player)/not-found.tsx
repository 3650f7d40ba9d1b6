import { PlainHeader } from '@/components/shell/plain-header';
import CourseNotFound from '../(main)/not-found';

export const metadata = { title: 'Not found' };

/** An attempt that is not there: below the course's own layout, so that who previews the course can leave from here. */
export default function PlayerNotFound() {
  return (
    <>
      <PlainHeader />
      <main id="main" tabIndex={-1} className="page-column">
        <CourseNotFound />
      </main>
    </>
  );
}
