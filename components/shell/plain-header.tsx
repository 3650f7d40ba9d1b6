import Link from 'next/link';

/** The head of a page that knows nobody: its name and the way home. */
export function PlainHeader() {
  return (
    <header className="no-print border-line border-b">
      <div className="page-column flex h-14 items-center">
        <Link
          href="/"
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold font-serif text-h3 text-ink no-underline"
        >
          Lectern
        </Link>
      </div>
    </header>
  );
}
