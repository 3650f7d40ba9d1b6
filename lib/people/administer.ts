import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { Admin } from '@/lib/authz/admin';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { enrolPerson } from './enrol-person';
import type { AssignInstructor, OnePerson, SuspendPerson } from './schema';

const PAGE = 50;

/** People of the site whose name or address holds the words; fifty a page, newest first. */
export async function listPersons(ctx: Ctx, _admin: Admin, { q, page }: { readonly q: string; readonly page: number }) {
  // Prisma hands on % and _ as LIKE's own signs; here they are letters.
  const holds = { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const where = q ? { OR: [{ displayName: holds }, { email: holds }] } : {};
  const [persons, total] = await Promise.all([
    ctx.db.person.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * PAGE,
      take: PAGE,
      include: {
        enrolments: { where: { endedAt: null }, select: { role: true, course: { select: { title: true } } } },
      },
    }),
    ctx.db.person.count({ where }),
  ]);
  return { persons, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}
export type PersonRow = Awaited<ReturnType<typeof listPersons>>['persons'][number];

/** Suspends somebody: every session of theirs is worth nothing from the next request on. Not oneself, not the last admin. */
export async function suspendPerson(
  ctx: Ctx,
  admin: Admin,
  { person, reason }: z.infer<typeof SuspendPerson>,
): Promise<Result<null, 'not-found' | 'yourself' | 'suspended'>> {
  if (person === admin.personId) return refuse('yourself', 'You cannot suspend yourself.');
  return inTransaction(ctx, async (ctx) => {
    // Two admins who suspend each other at once would leave nobody to lift it: they queue, and the second finds out.
    for (const id of [admin.personId, person].sort()) await ctx.db.person.updateMany({ where: { id }, data: { id } });
    const actor = await ctx.db.person.findUniqueOrThrow({ where: { id: admin.personId } });
    if (actor.suspendedAt) return refuse('suspended', 'Your own account was suspended just now.');
    const { count } = await ctx.db.person.updateMany({
      where: { id: person },
      data: { suspendedAt: ctx.now, sessionVersion: { increment: 1 } },
    });
    if (count === 0) return refuse('not-found', 'There is no such person.');
    const subject = { type: 'person', id: person };
    await recordAct(ctx, { act: 'person.suspended', actorId: admin.personId, subject, detail: { reason } });
    return done(null);
  });
}

/** Lifts a suspension; they sign in again. */
export async function liftSuspension(
  ctx: Ctx,
  admin: Admin,
  { person }: z.infer<typeof OnePerson>,
): Promise<Result<null, 'not-found'>> {
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.person.updateMany({ where: { id: person }, data: { suspendedAt: null } });
    if (count === 0) return refuse('not-found', 'There is no such person.');
    await recordAct(ctx, {
      act: 'person.suspension-lifted',
      actorId: admin.personId,
      subject: { type: 'person', id: person },
    });
    return done(null);
  });
}

/** Every course of the site, with who teaches it. */
export function listCourses(ctx: Ctx, _admin: Admin) {
  return ctx.db.course.findMany({
    orderBy: { title: 'asc' },
    include: {
      _count: {
        select: { enrolments: { where: { endedAt: null, role: 'student' } }, lessons: { where: { hiddenAt: null } } },
      },
      enrolments: {
        where: { endedAt: null, role: 'instructor' },
        select: { id: true, person: { select: { displayName: true } } },
      },
    },
  });
}
export type CourseRow = Awaited<ReturnType<typeof listCourses>>[number];

/** Makes somebody who has an account an instructor of a course: the admin's only way into one, and an audited one. */
export async function assignInstructor(
  ctx: Ctx,
  admin: Admin,
  { course, email }: z.infer<typeof AssignInstructor>,
): Promise<Result<{ name: string }, 'not-found'>> {
  return inTransaction(ctx, async (ctx) => {
    const found = await ctx.db.course.findUnique({ where: { id: course } });
    if (!found) return refuse('not-found', 'There is no such course.');
    const person = await ctx.db.person.findUnique({ where: { email } });
    if (!person) {
      const missing = 'Nobody has an account with this address. They make one first, by “Make an account”.';
      return refuse('not-found', missing, { email: missing });
    }
    const enrolmentId = await enrolPerson(ctx, { courseId: course, personId: person.id, role: 'instructor' });
    const subject = { type: 'enrolment', id: enrolmentId };
    await recordAct(ctx, { act: 'enrolment.instructor-assigned', actorId: admin.personId, courseId: course, subject });
    return done({ name: person.displayName });
  });
}
