import type { Admin } from '@/lib/authz/admin';
import type { Ctx } from '@/lib/kernel/ctx';
import { type AuditRow, listAudit } from './audit-log';

/** What an admin sees of the site at a glance. */
export interface SiteOverview {
  readonly people: number;
  readonly suspended: number;
  readonly courses: number;
  /** Courses that nobody teaches: an instructor must be named. */
  readonly untaught: readonly { readonly id: string; readonly title: string }[];
  readonly lately: readonly AuditRow[];
}

/** Counts, what waits for an admin, and the latest acts. */
export async function getSiteOverview(ctx: Ctx, admin: Admin): Promise<SiteOverview> {
  const nobodyTeaches = { enrolments: { none: { role: 'instructor', endedAt: null } } };
  const [people, suspended, courses, untaught, lately] = await Promise.all([
    ctx.db.person.count(),
    ctx.db.person.count({ where: { suspendedAt: { not: null } } }),
    ctx.db.course.count(),
    ctx.db.course.findMany({ where: nobodyTeaches, select: { id: true, title: true }, orderBy: { title: 'asc' } }),
    listAudit(ctx, admin, { before: null, person: null, take: 5 }),
  ]);
  return { people, suspended, courses, untaught, lately };
}
