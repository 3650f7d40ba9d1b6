'use client';

import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { PageTitle } from './page-title';
import { PlainHeader } from './plain-header';

// Next sends these with every page, for the case that they are needed. Client components travel as a name; written out in
// the page's own tree they were half the data of a short page.

const DEAD_ENDS = {
  'not-found': {
    title: 'There is nothing here',
    standfirst: 'The address may be mistyped, or it may belong to a course that you are not in.',
  },
  'not-in-course': {
    title: 'There is nothing here',
    standfirst: 'The address may be mistyped, or what stood here was taken out of the course.',
  },
  forbidden: {
    title: 'This page is not for your role',
    standfirst: 'You are in this course, and this page is for others in it. If you should see it, ask an instructor.',
  },
} as const;

/** What a page says instead of itself; `alone` where no frame of a course or the site is around it. */
export function DeadEnd({ is, alone = false }: { readonly is: keyof typeof DEAD_ENDS; readonly alone?: boolean }) {
  const words = (
    <>
      <PageTitle>{DEAD_ENDS[is].title}</PageTitle>
      <PageHead {...DEAD_ENDS[is]} />
      <ButtonLink href="/" variant="primary">
        Go home
      </ButtonLink>
    </>
  );
  if (!alone) return <div className="pb-16">{words}</div>;
  return (
    <>
      <PlainHeader />
      <main id="main" tabIndex={-1} className="page-column pb-16">
        {words}
      </main>
    </>
  );
}
