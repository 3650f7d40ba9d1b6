import Link from 'next/link';
import type { Viewer } from '@/lib/kernel/ctx';
import { type SignOut, SignOutButton } from './sign-out-button';
import { ThemeSwitch } from './theme-switch';

interface SiteHeaderProps {
  readonly viewer: Viewer | null;
  readonly unread: number;
  readonly signOut: SignOut;
}

const LINK =
  'inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline';

/** The head of every page: the way home, help at the same place everywhere, the theme, and who is signed in. */
export function SiteHeader({ viewer, unread, signOut }: SiteHeaderProps) {
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
              <Link href="/inbox" prefetch={false} className={LINK}>
                Inbox
                {unread > 0 ? <span className="numbers ms-1.5 font-semibold text-link">{unread} new</span> : null}
              </Link>
              <Link href="/account" prefetch={false} className={`${LINK} hidden sm:inline-flex`}>
                {viewer.displayName}
              </Link>
              <SignOutButton action={signOut} />
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
