import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export const metadata = { title: 'Not found' };

/** Within a course: the places of the course stay in reach. */
export default function CourseNotFound() {
  return (
    <div className="pb-16">
      <PageHead
        title="There is nothing here"
        standfirst="The address may be mistyped, or what stood here was taken out of the course."
      />
      <ButtonLink href="/" variant="primary">
        Go home
      </ButtonLink>
    </div>
  );
}
