import type { ReactNode } from 'react';
import { PreviewBar } from '@/components/shell/preview-bar';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { endPreview } from './actions';

/** Proves; each page proves again for itself. Above them all stands the bar of a preview; the frame is in (main), and (player) has its own. */
export default async function CourseLayout({
  params,
  children,
}: {
  params: Promise<{ course: string }>;
  children: ReactNode;
}) {
  const { course } = await params;
  const { me } = await requireEnrolment(course, EVERYBODY);
  return (
    <>
      {me.previewSince ? <PreviewBar course={me.courseSlug} end={endPreview.bind(null, me.courseSlug)} /> : null}
      {children}
    </>
  );
}
