import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import type { Viewer } from '@/lib/kernel/ctx';
import { HomeLink } from './home-link';
import type { Theme } from './theme-steps';
import { ThemeSwitch } from './theme-switch';

export interface SiteHeaderProps {
  readonly viewer: Viewer | null;
  readonly unread: number;
  readonly theme: Theme;
}

const LINK =
  'inline-flex min-h-11 items-center px-2 text-ink-2 text-ui underline-offset-4 hover:text-link hover:underline';

/**
 * The head of every page: the way home, help at the same place everywhere, the theme, and who is signed in. It goes into a
 * `<Static>`; frame-scripts.tsx does what of it needs scripts.
 */
export function SiteHeader({ viewer, unread, theme }: SiteHeaderProps) {
  return (
    <header className="no-print sticky top-(--preview-height) z-20 h-14 border-line border-b bg-paper">
      <div className="page-column flex h-full items-center justify-between gap-4">
        <HomeLink />
        <div className="flex items-center gap-1 sm:gap-3">
          <Link href="/help" prefetch={false} className={LINK}>
            Help
          </Link>
          <ThemeSwitch theme={theme} />
          {viewer ? (
            <>
              <Link href="/inbox" prefetch={false} className={LINK}>
                <Icon name="inbox" className="size-5 sm:hidden" />
                <span className="sr-only sm:not-sr-only">Inbox</span>
                {unread > 0 ? (
                  <span className="numbers ms-1 font-semibold text-link">
                    {unread}
                    <span className="sr-only sm:not-sr-only"> new</span>
                  </span>
                ) : null}
              </Link>
              <button type="button" popoverTarget="account-menu" className={`${LINK} max-w-48 gap-1.5`}>
                <Icon name="person" className="size-5 sm:hidden" />
                <span className="sr-only sm:not-sr-only sm:truncate">{viewer.displayName}</span>
                <Icon name="down" className="hidden size-4 sm:block" />
              </button>
              <AccountMenu viewer={viewer} />
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

/** What the button with one's name opens, without JavaScript too: the browser's own popover. */
function AccountMenu({ viewer }: { readonly viewer: Viewer }) {
  return (
    <div id="account-menu" popover="auto" className="menu menu-head floating">
      <p className="px-2 pt-1 pb-2 text-ink-2 text-ui-s">
        <span className="block font-semibold text-ink">{viewer.displayName}</span>
        <span className="wrap-anywhere block">{viewer.email}</span>
      </p>
      <ul className="border-line border-t pt-1">
        <li>
          <Link href="/account" prefetch={false} className={`${LINK} w-full`}>
            Account
          </Link>
        </li>
        {viewer.isAdmin ? (
          <li>
            <Link href="/admin" prefetch={false} className={`${LINK} w-full`}>
              Run this site
            </Link>
          </li>
        ) : null}
      </ul>
      <form method="post" action="/api/v1/sign-out" data-sign-out="">
        <button type="submit" className={LINK}>
          Sign out
        </button>
      </form>
    </div>
  );
}
