import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/shell/site-header';
import { openPage } from '@/lib/doors/pages';

export default async function HomeLayout({ children }: { children: ReactNode }) {
  const { viewer, unread } = await openPage();
  return (
    <>
      <SiteHeader viewer={viewer} unread={unread} />
      <main id="main" tabIndex={-1} className="page-column">
        {children}
      </main>
    </>
  );
}
