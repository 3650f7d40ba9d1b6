import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { classColumns, classNames, classRows } from './class-table.sql';
import { arrange, totalOf } from './rules';
import type { ClassRow, ClassTable, ClassView } from './schema';

type Staff = EnrolmentAs<'assistant' | 'instructor'>;

/** The class table of the viewer's course, filtered and ordered as the view says. Previews by staff are not in it. */
export async function getClassTable(ctx: Ctx, me: Staff, view: ClassView): Promise<ClassTable> {
  const columns = (await ctx.sql(classColumns, [me.courseId])).map((row) => ({
    columnId: row.column_id,
    slug: row.slug,
    title: row.title,
    label: row.lesson_position === null ? row.title : `Check ${row.lesson_position}`,
    maxPoints: row.max_points,
  }));
  const rows = await rowsOf(
    ctx,
    me,
    columns.map((column) => column.columnId),
  );
  return arrange({ columns, rows, students: rows.length }, view);
}

async function rowsOf(ctx: Ctx, me: Staff, columnIds: readonly string[]): Promise<ClassRow[]> {
  if (columnIds.length === 0) {
    const names = await ctx.sql(classNames, [me.courseId]);
    return names.map((row) => ({ enrolmentId: row.enrolment_id, name: row.name, cells: [], total: null }));
  }
  const rows = await ctx.sql(classRows, [me.courseId, columnIds]);
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    name: row.name,
    cells: row.points.map((points, i) => ({
      points,
      state: row.ungraded[i + 1] ?? 'graded',
      overridden: row.overridden.includes(i + 1),
      attemptId: row.attempts[i] ?? null,
    })),
    total: totalOf(row.points),
  }));
}
