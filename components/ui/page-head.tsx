import Link from 'next/link';
import type { ReactNode } from 'react';

interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface PageHeadProps {
  readonly title: ReactNode;
  /** One sentence under the title that says what this page is for. */
  readonly standfirst?: ReactNode;
  /** The way up, outermost first, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** The head of a page: the way up, its title, a standfirst, and what one can do here. */
export function PageHead({ title, standfirst, crumbs = [], actions, className = '' }: PageHeadProps) {
  return (
    <header className={`pt-8 pb-8 sm:pt-12 ${className}`}>
      {crumbs.length > 0 ? (
        <nav aria-label="Breadcrumb" className="no-print mb-3">
          <ol className="flex flex-wrap items-center gap-x-2 text-ui-s">
            {crumbs.map(({ label, href }) => (
              <li key={href} className="after:ms-2 after:text-ink-3 after:content-['/'] last:after:content-none">
                <Link
                  href={href}
                  prefetch={false}
                  className="inline-block py-1 text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-link"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0 max-w-3xl">
          <h1 className="wrap-break-word font-serif text-h1">{title}</h1>
          {standfirst ? <p className="mt-3 max-w-read font-serif text-ink-2 text-lede">{standfirst}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </header>
  );
}
