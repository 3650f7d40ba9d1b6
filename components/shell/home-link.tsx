import Link from 'next/link';

/** The product's name, which leads home: the first thing in the head of every page. */
export function HomeLink() {
  return (
    <Link
      href="/"
      prefetch={false}
      className="inline-flex min-h-11 items-center font-semibold font-serif text-h3 text-ink no-underline"
    >
      Lectern
    </Link>
  );
}
