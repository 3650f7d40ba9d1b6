import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export const metadata = { title: 'Not for your role' };

/** Within a course: the places that are for the viewer's role stay in reach. */
export default function CourseForbidden() {
  return (
    <div className="pb-16">
      <PageHead
        title="This page is not for your role"
        standfirst="You are in this course, and this page is for others in it. If you should see it, ask an instructor."
      />
      <ButtonLink href="/" variant="primary">
        Go home
      </ButtonLink>
    </div>
  );
}
