import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminNav } from '@/components/people/admin-nav';
import { PageHead } from '@/components/ui/page-head';
import { TableScroll } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireAdmin } from '@/lib/doors/pages';
import { listAudit } from '@/lib/people/administer';

export const metadata: Metadata = { title: 'Audit log' };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: Props) {
  const { ctx, admin } = await requireAdmin();
  const { before } = await searchParams;
  const from = typeof before === 'string' && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  const rows = await listAudit(ctx, admin, { before: from });
  const last = rows.at(-1);
  return (
    <>
      <PageHead title="Audit log" standfirst="Who did what, newest first. Nothing here is ever changed." />
      <AdminNav here="/admin/audit" />
      <TableScroll label="Audit log">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row.id)}>
                <th scope="row" className="whitespace-nowrap font-normal">
                  <Time at={row.at} zone={admin.timeZone} style="datetime" now={ctx.now} />
                </th>
                <td>{row.actor}</td>
                <td>{row.act.replace('.', ': ').replaceAll('-', ' ')}</td>
                <td>{row.course ?? 'the site'}</td>
                <td className="wrap-anywhere text-ink-2 text-ui-s">{detailText(row.detail)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {rows.length === 100 && last ? (
        <p className="mt-4">
          <Link
            href={`/admin/audit?before=${last.id}`}
            prefetch={false}
            className="text-link underline underline-offset-3"
          >
            Older
          </Link>
        </p>
      ) : null}
    </>
  );
}

function detailText(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ');
}
