import Link from 'next/link';
import { z } from 'zod';
import { ActButton } from '@/components/people/act-button';
import { AdminNav } from '@/components/people/admin-nav';
import { LinkMaker } from '@/components/people/link-maker';
import { SuspendForm } from '@/components/people/suspend-form';
import { PageTitle } from '@/components/shell/page-title';
import { Badge } from '@/components/ui/badge';
import { buttonLook } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Input } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { TableScroll } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireAdmin } from '@/lib/doors/pages';
import { listPersons, type PersonRow } from '@/lib/people/administer';
import { issueResetLink, liftSuspension, suspendPerson } from './actions';

const Asked = z.object({
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdminPage({ searchParams }: Props) {
  const { ctx, admin } = await requireAdmin();
  const asked = Asked.parse(await searchParams);
  const { persons, total, pages } = await listPersons(ctx, admin, asked);
  const when = { zone: admin.timeZone, now: ctx.now };
  return (
    <>
      <PageTitle>People of this site</PageTitle>
      <PageHead
        title="Run this site"
        standfirst="People, courses and what was done. Answers and grades belong to the courses."
      />
      <AdminNav here="/admin" />
      <search>
        <form method="get" className="flex flex-wrap items-end gap-3">
          <Field label="Name or address">
            {(ids) => <Input {...ids} type="search" name="q" defaultValue={asked.q} maxLength={100} />}
          </Field>
          <button type="submit" className={buttonLook('secondary')}>
            Search
          </button>
        </form>
      </search>
      <p className="mt-4 mb-3 text-ink-2 text-ui" role="status">
        {total === 1 ? '1 person' : `${total} people`}
        {asked.q ? ` with “${asked.q}”` : ''}
      </p>
      {persons.length === 0 ? (
        <EmptyState title="Nobody found" why="No name and no address holds these words." />
      ) : (
        <TableScroll label="People of this site">
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Courses</th>
                <th scope="col">Last signed in</th>
                <th scope="col">What you can do</th>
              </tr>
            </thead>
            <tbody>
              {persons.map((person) => (
                <Row key={person.id} person={person} isMe={person.id === admin.personId} when={when} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <Pages q={asked.q} page={asked.page} pages={pages} />
    </>
  );
}

interface RowProps {
  readonly person: PersonRow;
  readonly isMe: boolean;
  readonly when: { readonly zone: string; readonly now: Date };
}

function Row({ person, isMe, when }: RowProps) {
  const { id, displayName, email, isAdmin, suspendedAt, lastSignInAt, enrolments } = person;
  return (
    <tr>
      <th scope="row">
        <span className="block">{displayName}</span>
        <span className="wrap-anywhere block font-normal text-ink-2 text-ui-s">{email}</span>
        {isAdmin ? <Badge tone="accent">Admin</Badge> : null} {suspendedAt ? <Badge tone="bad">Suspended</Badge> : null}
      </th>
      <td data-label="Courses:">
        {enrolments.map(({ role, course }) => `${course.title} (${role})`).join('; ') || 'none'}
      </td>
      <td data-label="Last signed in:">
        {lastSignInAt ? <Time at={lastSignInAt} style="relative" {...when} /> : 'never'}
      </td>
      <td>
        {isMe ? (
          <span className="text-ink-2">you</span>
        ) : (
          <div className="-ms-2.5 flex flex-wrap items-start gap-x-3 gap-y-1">
            <LinkMaker action={issueResetLink} fields={{ person: id }} label="Reset link" on={`for ${displayName}`} />
            {suspendedAt ? (
              <ActButton action={liftSuspension} fields={{ person: id }} on={`of ${displayName}`}>
                Lift the suspension
              </ActButton>
            ) : (
              <SuspendForm action={suspendPerson} person={id} name={displayName} />
            )}
            <Link href={`/admin/audit?person=${id}`} prefetch={false} className={buttonLook('quiet', 's')}>
              Acts<span className="sr-only"> of {displayName}</span>
            </Link>
          </div>
        )}
      </td>
    </tr>
  );
}

function Pages({ q, page, pages }: { readonly q: string; readonly page: number; readonly pages: number }) {
  if (pages === 1) return null;
  const to = (n: number) => `/admin?${new URLSearchParams({ ...(q && { q }), page: String(n) })}`;
  return (
    <nav aria-label="Pages" className="mt-4 flex gap-6 text-ui">
      {page > 1 ? (
        <Link href={to(page - 1)} prefetch={false} className="text-link underline underline-offset-3">
          Newer
        </Link>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link href={to(page + 1)} prefetch={false} className="text-link underline underline-offset-3">
          Older
        </Link>
      ) : null}
    </nav>
  );
}
