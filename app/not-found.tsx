import { PlainHeader } from '@/components/shell/plain-header';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <>
      <PlainHeader />
      <main id="main" className="page-column pb-16">
        <PageHead
          title="There is nothing here"
          standfirst="The address may be mistyped, or it may belong to a course that you are not in."
        />
        <ButtonLink href="/" variant="primary">
          Go home
        </ButtonLink>
      </main>
    </>
  );
}
