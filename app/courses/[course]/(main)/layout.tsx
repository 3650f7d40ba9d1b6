import type { ReactNode } from 'react';
import { CourseFrame } from '@/components/shell/course-frame';
import { EVERYBODY } from '@/lib/authz/roles';
import { pathHere, requireEnrolment } from '@/lib/doors/pages';
import { readTheme } from '@/lib/doors/theme';
import { startPreview } from '../actions';

interface Props {
  readonly params: Promise<{ course: string }>;
  readonly children: ReactNode;
}

export default async function CourseMainLayout({ params, children }: Props) {
  const { course } = await params;
  const { viewer, unread, me } = await requireEnrolment(course, EVERYBODY);
  return (
    <>
      <CourseFrame
        viewer={viewer}
        unread={unread}
        theme={await readTheme()}
        me={me}
        path={await pathHere()}
        preview={me.role === 'student' ? null : startPreview.bind(null, me.courseSlug)}
      />
      <main id="main" tabIndex={-1} className="page-column">
        {children}
      </main>
    </>
  );
}
