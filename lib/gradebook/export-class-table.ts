import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { getClassTable } from './class-table';
import { classTableCsv } from './csv';
import type { ClassView } from './schema';

/** The class table as a CSV file, with the filter and order of the screen it was asked from. */
export async function exportClassTable(
  ctx: Ctx,
  me: EnrolmentAs<'assistant' | 'instructor'>,
  view: ClassView,
): Promise<Response> {
  const table = await getClassTable(ctx, me, view);
  return new Response(classTableCsv(table), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${me.courseSlug}-scores.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
