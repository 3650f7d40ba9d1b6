import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/shell/site-header';
import { Static } from '@/components/ui/static';
import { openPage } from '@/lib/doors/pages';
import { readTheme } from '@/lib/doors/theme';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { viewer, unread } = await openPage();
  const theme = await readTheme();
  return (
    <>
      <Static>
        <SiteHeader viewer={viewer} unread={unread} theme={theme} />
      </Static>
      <main id="main" tabIndex={-1} className="page-column">
        {children}
      </main>
    </>
  );
}
