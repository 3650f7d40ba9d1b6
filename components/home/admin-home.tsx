import Link from 'next/link';
import { actWords } from '@/components/people/audit-words';
import { Time } from '@/components/ui/time';
import { counted } from '@/lib/lessons/rules';

interface AdminHomeProps {
  readonly site: {
    readonly people: number;
    readonly suspended: number;
    readonly courses: number;
    readonly untaught: readonly { readonly id: string; readonly title: string }[];
    readonly lately: readonly {
      readonly id: bigint;
      readonly at: Date;
      readonly act: string;
      readonly actor: string;
      readonly subject: string | null;
      readonly course: string | null;
    }[];
  };
  readonly now: Date;
  readonly zone: string;
}

const HEADLINE = 'font-serif text-h3 text-ink underline decoration-line-strong underline-offset-4 hover:text-link';
const LINK = 'inline-block py-1 text-link underline underline-offset-3';

/** What an admin finds at home: what waits for them, the site in numbers, and what was done lately. */
export function AdminHome({ site, now, zone }: AdminHomeProps) {
  return (
    <>
      <section aria-labelledby="site-title">
        <h2 id="site-title" className="mb-4 font-serif text-h2">
          This site
        </h2>
        <ul>
          <Waiting site={site} />
          <li className="border-line border-t py-4">
            <Link href="/admin" prefetch={false} className={HEADLINE}>
              {site.people === 1 ? '1 person' : `${site.people} people`}
            </Link>
            <p className="mt-1 text-ink-2 text-ui">
              {site.suspended === 0 ? 'Nobody is suspended.' : `${site.suspended} suspended.`} A lost password, a
              suspension: look for the person there.
            </p>
          </li>
          <li className="border-line border-t py-4">
            <Link href="/admin/courses" prefetch={false} className={HEADLINE}>
              {counted(site.courses, 'course')}
            </Link>
            <p className="mt-1 text-ink-2 text-ui">
              Load one from its text, name who teaches it. Answers and grades belong to the courses, not to you.
            </p>
          </li>
        </ul>
      </section>
      <section aria-labelledby="lately-title">
        <h2 id="lately-title" className="mb-3 font-semibold text-ink-2 text-ui">
          Done lately
        </h2>
        <ol className="border-line border-b">
          {site.lately.map(({ id, at, act, actor, subject, course }) => (
            <li key={String(id)} className="border-line border-t py-2.5 text-ui">
              <span className="font-semibold">{actor}</span> {actWords(act, subject)}
              <span className="block text-ink-2 text-ui-s">
                {course ?? 'the site'} · <Time at={at} zone={zone} now={now} style="relative" />
              </span>
            </li>
          ))}
        </ol>
        <p className="mt-2 text-ui">
          <Link href="/admin/audit" prefetch={false} className={LINK}>
            The whole audit log
          </Link>
        </p>
      </section>
    </>
  );
}

function Waiting({ site: { courses, untaught } }: Pick<AdminHomeProps, 'site'>) {
  if (courses > 0 && untaught.length === 0) return null;
  return (
    <li className="border-line border-t py-4">
      <Link href="/admin/courses" prefetch={false} className={HEADLINE}>
        {courses === 0
          ? 'No course yet: load the first'
          : `${counted(untaught.length, 'course')} without an instructor`}
      </Link>
      {untaught.length > 0 ? (
        <p className="mt-1 text-ink-2 text-ui">{untaught.map(({ title }) => title).join(', ')}</p>
      ) : null}
    </li>
  );
}
