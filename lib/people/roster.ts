import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { env } from '@/lib/kernel/env';
import { newCode } from '@/lib/kernel/random';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import type { OneTimeLink } from './reset-password';
import type { ChangeRole, Invite, OneEnrolment, SetJoining } from './schema';
import { issueToken } from './tokens';

export interface RosterRow {
  readonly enrolmentId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly joinedAt: Date;
  readonly lastActiveAt: Date | null;
  readonly endedAt: Date | null;
  readonly isMe: boolean;
}

/** Everybody of the course: staff first, then students, by name; those who were removed last. */
export async function listRoster(ctx: Ctx, me: EnrolmentAs<'instructor'>): Promise<RosterRow[]> {
  const enrolments = await ctx.db.enrolment.findMany({
    where: { courseId: me.courseId },
    include: { person: { select: { displayName: true, email: true, lastSignInAt: true } } },
  });
  const rank = (row: RosterRow): number =>
    (row.endedAt ? 10 : 0) + ['instructor', 'assistant', 'student'].indexOf(row.role);
  return enrolments
    .map(
      ({ id, person, role, createdAt, lastActiveAt, endedAt }): RosterRow => ({
        enrolmentId: id,
        name: person?.displayName ?? 'A former student',
        email: person?.email ?? null,
        role: role as Role,
        joinedAt: createdAt,
        lastActiveAt: laterOf(lastActiveAt, person?.lastSignInAt ?? null),
        endedAt,
        isMe: id === me.enrolmentId,
      }),
    )
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

const laterOf = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));

/** How one joins: the code, and whether it works. */
export async function findJoining(ctx: Ctx, me: EnrolmentAs<'instructor'>) {
  const { joinCode, joinOpen } = await ctx.db.course.findUniqueOrThrow({ where: { id: me.courseId } });
  return { code: joinCode, open: joinOpen, link: `${env().LECTERN_URL}/join/${joinCode}` };
}

type PeopleCode = 'not-found' | 'last-instructor';
const GONE = 'Nobody of this course stands here any more.';
const LAST = 'This is the course’s last instructor. Make somebody else one first.';

async function findMember(ctx: Ctx, me: EnrolmentAs<'instructor'>, enrolment: string) {
  // Two changes at once must not leave a course without an instructor: they queue on the course's row.
  await ctx.db.course.update({ where: { id: me.courseId }, data: { id: me.courseId } });
  return ctx.db.enrolment.findFirst({ where: { id: enrolment, courseId: me.courseId } });
}

async function isLastInstructor(ctx: Ctx, courseId: string, enrolmentId: string): Promise<boolean> {
  const others = { courseId, role: 'instructor', endedAt: null, id: { not: enrolmentId } };
  return (await ctx.db.enrolment.count({ where: others })) === 0;
}

/** Gives somebody of the course another role, from their next request on. */
export async function changeRole(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { enrolment, role }: z.infer<typeof ChangeRole>,
): Promise<Result<null, PeopleCode>> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findMember(ctx, me, enrolment);
    if (!found || found.endedAt) return refuse('not-found', GONE);
    if (found.role === role) return done(null);
    if (found.role === 'instructor' && (await isLastInstructor(ctx, me.courseId, enrolment)))
      return refuse('last-instructor', LAST);
    await ctx.db.enrolment.update({ where: { id: enrolment }, data: { role } });
    await told(ctx, me, 'enrolment.role-changed', enrolment, { from: found.role, to: role });
    return done(null);
  });
}

/** Removes somebody from the course, from their next request on. What they did stays; `bringBack` undoes it. */
export async function removeFromCourse(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { enrolment }: z.infer<typeof OneEnrolment>,
): Promise<Result<null, PeopleCode>> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findMember(ctx, me, enrolment);
    if (!found) return refuse('not-found', GONE);
    if (found.endedAt) return done(null);
    if (found.role === 'instructor' && (await isLastInstructor(ctx, me.courseId, enrolment)))
      return refuse('last-instructor', LAST);
    await ctx.db.enrolment.update({ where: { id: enrolment }, data: { endedAt: ctx.now } });
    await told(ctx, me, 'enrolment.removed', enrolment, { role: found.role });
    return done(null);
  });
}

/** Gives somebody who was removed their place back, as it was. */
export async function bringBack(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { enrolment }: z.infer<typeof OneEnrolment>,
): Promise<Result<null, PeopleCode>> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findMember(ctx, me, enrolment);
    if (!found) return refuse('not-found', GONE);
    if (!found.endedAt) return done(null);
    await ctx.db.enrolment.update({ where: { id: enrolment }, data: { endedAt: null } });
    await told(ctx, me, 'enrolment.brought-back', enrolment, { role: found.role });
    return done(null);
  });
}

const INVITE_HOURS = 14 * 24;

/** A link by which one person joins in a role; it works once, for two weeks. */
export async function invite(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { role }: z.infer<typeof Invite>,
): Promise<Result<OneTimeLink>> {
  const { courseId, personId } = me;
  const secret = await inTransaction(ctx, async (ctx) => {
    const token = { purpose: 'invite', hours: INVITE_HOURS, courseId, role, createdBy: personId } as const;
    await recordAct(ctx, {
      act: 'course.invited',
      actorId: personId,
      courseId,
      subject: courseOf(me),
      detail: { role },
    });
    return issueToken(ctx, token);
  });
  return done({ link: `${env().LECTERN_URL}/join/${secret}`, forName: `one ${role}`, hours: INVITE_HOURS });
}

/** Opens or closes joining by code, or draws a new code so that the old one stops working. */
export async function setJoining(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { joining }: z.infer<typeof SetJoining>,
): Promise<Result<null>> {
  const data = joining === 'new-code' ? { joinCode: newCode(), joinOpen: true } : { joinOpen: joining === 'open' };
  const { courseId, personId } = me;
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.course.update({ where: { id: courseId }, data });
    await recordAct(ctx, { act: `course.joining-${joining}`, actorId: personId, courseId, subject: courseOf(me) });
    return done(null);
  });
}

const courseOf = ({ courseId: id }: EnrolmentAs<'instructor'>) => ({ type: 'course', id });

const told = (ctx: Ctx, me: EnrolmentAs<'instructor'>, act: string, id: string, detail: Record<string, string>) =>
  recordAct(ctx, { act, actorId: me.personId, courseId: me.courseId, subject: { type: 'enrolment', id }, detail });
