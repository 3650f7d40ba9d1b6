import { PlainHeader } from '@/components/shell/plain-header';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export const metadata = { title: 'Not for your role' };

export default function Forbidden() {
  return (
    <>
      <PlainHeader />
      <main id="main" className="page-column pb-16">
        <PageHead
          title="This page is not for your role"
          standfirst="You are in this course, and this page is for others in it. If you should see it, ask an instructor."
        />
        <ButtonLink href="/" variant="primary">
          Go home
        </ButtonLink>
      </main>
    </>
  );
}
