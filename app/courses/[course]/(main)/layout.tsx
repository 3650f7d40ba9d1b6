import type { ReactNode } from 'react';
import { signOut } from '@/app/actions';
import { CourseNav } from '@/components/shell/course-nav';
import { SiteHeader } from '@/components/shell/site-header';
import { OfflineNotice } from '@/components/ui/offline-notice';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
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
      <SiteHeader viewer={viewer} unread={unread} signOut={signOut} />
      <CourseNav
        slug={me.courseSlug}
        title={me.courseTitle}
        role={me.role}
        preview={me.role === 'student' ? null : startPreview.bind(null, me.courseSlug)}
      />
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="page-column">
        {children}
      </main>
    </>
  );
}
