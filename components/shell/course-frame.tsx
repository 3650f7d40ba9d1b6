import { Static } from '@/components/ui/static';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import { CourseNav, Places } from './course-nav';
import { OfflineNotice } from './offline-notice';
import { type PreviewAction, PreviewForm } from './preview-form';
import { SiteHeader, type SiteHeaderProps } from './site-header';

interface CourseFrameProps extends SiteHeaderProps {
  readonly me: EnrolmentAs<Role>;
  /** The path of the page that is asked for. */
  readonly path: string;
  /** For staff: shows them the course as a student sees it. */
  readonly preview: PreviewAction | null;
}

/** What stands over every page of a course. For a student it is markup in one piece; staff find the preview beside the places. */
export function CourseFrame({ me, path, preview, ...site }: CourseFrameProps) {
  const head = <SiteHeader {...site} />;
  const places = <Places slug={me.courseSlug} role={me.role} path={path} />;
  if (!preview) {
    return (
      <Static>
        {head}
        <CourseNav title={me.courseTitle}>{places}</CourseNav>
        <OfflineNotice />
      </Static>
    );
  }
  return (
    <>
      <Static>{head}</Static>
      <CourseNav title={me.courseTitle}>
        <Static>{places}</Static>
        <div className="course-nav-end">
          <PreviewForm action={preview} course={me.courseSlug} />
        </div>
      </CourseNav>
      <Static>
        <OfflineNotice />
      </Static>
    </>
  );
}
