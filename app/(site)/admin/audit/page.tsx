import Link from 'next/link';
import { z } from 'zod';
import { AdminNav } from '@/components/people/admin-nav';
import { actWords, detailWords } from '@/components/people/audit-words';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { TableScroll } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireAdmin } from '@/lib/doors/pages';
import { listAudit } from '@/lib/people/audit-log';

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const Asked = z.object({
  before: z.coerce.bigint().min(1n).max(9_000_000_000_000_000n).nullable().catch(null),
  person: z.uuid().nullable().catch(null),
});

export default async function AuditPage({ searchParams }: Props) {
  const { ctx, admin } = await requireAdmin();
  const given = await searchParams;
  const asked = Asked.parse({ before: given.before ?? null, person: given.person ?? null });
  const rows = await listAudit(ctx, admin, asked);
  const last = rows.at(-1);
  const older = new URLSearchParams({ ...(asked.person && { person: asked.person }), before: String(last?.id) });
  return (
    <>
      <PageTitle>Audit log</PageTitle>
      <PageHead title="Audit log" standfirst="Who did what, newest first. Nothing here is ever changed." />
      <AdminNav here="/admin/audit" />
      {asked.person ? (
        <p className="mb-5 text-ui">
          What one person did, and what was done to them.{' '}
          <Link href="/admin/audit" prefetch={false} className="text-link underline underline-offset-3">
            Show everybody’s
          </Link>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title="Nothing here"
          why="Joining, roles, settings, suspensions and the like stand here once they happen."
        />
      ) : (
        <TableScroll label="Audit log">
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Where</th>
                <th scope="col">Details</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={String(row.id)}>
                  <th scope="row" className="whitespace-nowrap font-normal text-ink-2">
                    <Time at={row.at} zone={admin.timeZone} style="datetime" now={ctx.now} />
                  </th>
                  <td>
                    <span className="font-semibold">{row.actor}</span> {actWords(row.act, row.subject)}
                  </td>
                  <td className="text-ink-2" data-label="In:">
                    {row.course ?? 'the site'}
                  </td>
                  <td className="wrap-anywhere text-ink-2 text-ui-s">{detailWords(row.detail).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {rows.length === 100 ? (
        <p className="mt-4">
          <Link href={`/admin/audit?${older}`} prefetch={false} className="text-link underline underline-offset-3">
            Older
          </Link>
        </p>
      ) : null}
    </>
  );
}
