import Link from 'next/link';

/** The head of an attempt that is over: which quiz, and the way back. */
export function PlayerHead({ title, back }: { title: string; back: string }) {
  return (
    <header className="no-print border-line border-b">
      <div className="page-column flex h-14 items-center justify-between gap-4">
        <h1 className="truncate font-semibold font-serif text-ui sm:text-h3">
          <Link
            href={back}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-ink no-underline hover:text-link"
          >
            {title}
          </Link>
        </h1>
        <Link
          href="/help"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-ink-2 text-ui hover:text-link"
        >
          Help
        </Link>
      </div>
    </header>
  );
}
