import type { ReactNode } from 'react';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';

/** Only proves; each page proves again for itself. What is drawn around them is in (main), and (player) has its own. */
export default async function CourseLayout({
  params,
  children,
}: {
  params: Promise<{ course: string }>;
  children: ReactNode;
}) {
  const { course } = await params;
  await requireEnrolment(course, EVERYBODY);
  return children;
}
