import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/shell/site-header';
import { openPage } from '@/lib/doors/pages';
import { signOut } from '../actions';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { viewer, unread } = await openPage();
  return (
    <>
      <SiteHeader viewer={viewer} unread={unread} signOut={signOut} />
      <main id="main" tabIndex={-1} className="page-column">
        {children}
      </main>
    </>
  );
}
