import Link from 'next/link';

const PLACES = [
  { href: '/admin', label: 'People' },
  { href: '/admin/courses', label: 'Courses' },
  { href: '/admin/audit', label: 'Audit log' },
] as const;

/** The three places of the site's administration. */
export function AdminNav({ here }: { here: (typeof PLACES)[number]['href'] }) {
  return (
    <nav aria-label="Administration" className="mb-8 border-line border-b">
      <ul className="flex flex-wrap gap-x-7">
        {PLACES.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              {...(href === here && { 'aria-current': 'page' as const })}
              className="inline-flex min-h-11 items-center text-ink-2 text-ui no-underline hover:text-link aria-[current]:border-accent aria-[current]:border-b-2 aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
