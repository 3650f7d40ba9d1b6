import Link from 'next/link';
import type { Viewer } from '@/lib/kernel/ctx';
import { SignOutButton } from './sign-out-button';
import { ThemeSwitch } from './theme-switch';

interface SiteHeaderProps {
  readonly viewer: Viewer | null;
  readonly unread: number;
}

const LINK =
  'inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline';

/** The head of every page: the way home, help at the same place everywhere, the theme, and who is signed in. */
export function SiteHeader({ viewer }: SiteHeaderProps) {
  return (
    <header className="no-print sticky top-0 z-20 h-14 border-line border-b bg-paper">
      <div className="page-column flex h-full items-center justify-between gap-4">
        <Link
          href="/"
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold font-serif text-h3 text-ink no-underline"
        >
          Lectern
        </Link>
        <div className="flex items-center gap-1 sm:gap-3">
          <Link href="/help" prefetch={false} className={LINK}>
            Help
          </Link>
          <ThemeSwitch />
          {viewer ? (
            <>
              <span className="hidden text-ink-2 text-ui-s sm:inline">{viewer.displayName}</span>
              <SignOutButton />
            </>
          ) : (
            <Link href="/sign-in" prefetch={false} className={LINK}>
              Sign in
            </Link>
          )}
        </div>
      </div>
    </header>
  );
}
