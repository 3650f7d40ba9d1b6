import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { Admin } from '@/lib/authz/admin';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import { STAFF } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { env } from '@/lib/kernel/env';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { setPassword } from './account';
import { courseWords, type Identity } from './create-person';
import { refuseWeakPassword } from './passwords';
import type { OneEnrolment, OnePerson, ResetPassword } from './schema';
import { waitAfterWrongLink, waitInWords } from './throttle';
import { findToken, issueToken, spendToken } from './tokens';

const HOURS = 24;

/** A link that was made and is shown this once. */
export interface OneTimeLink {
  readonly link: string;
  readonly forName: string;
  readonly hours: number;
}

/**
 * An instructor makes a link by which a student of the course sets a new password. Not for staff: who may set an
 * instructor's password could be that instructor.
 */
export async function issueResetLink(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  { enrolment }: z.infer<typeof OneEnrolment>,
): Promise<Result<OneTimeLink, 'not-found' | 'not-allowed'>> {
  const found = await ctx.db.enrolment.findFirst({
    where: { id: enrolment, courseId: me.courseId, endedAt: null },
    include: { person: { include: { enrolments: { where: { endedAt: null }, select: { role: true } } } } },
  });
  const person = found?.person;
  if (!person) return refuse('not-found', 'Nobody of this course stands here any more.');
  const teaches = person.enrolments.some(({ role }) => role !== 'student');
  if (person.isAdmin || teaches || (await taughtHere(ctx, me.courseId, enrolment))) {
    return refuse(
      'not-allowed',
      'This person teaches, or has taught, or runs the site. Only an admin can give them a link.',
    );
  }
  return done(await issue(ctx, person, me.personId, me.courseId));
}

// Else an instructor could make another one a student, and then a link for them.
async function taughtHere(ctx: Ctx, courseId: string, enrolment: string): Promise<boolean> {
  const detail = ['from', 'role'].flatMap((key) => STAFF.map((role) => ({ detail: { path: [key], equals: role } })));
  return (await ctx.db.audit.count({ where: { courseId, subjectId: enrolment, OR: detail } })) > 0;
}

/** An admin makes such a link for anybody. */
export async function issueResetLinkAsAdmin(
  ctx: Ctx,
  admin: Admin,
  { person }: z.infer<typeof OnePerson>,
): Promise<Result<OneTimeLink, 'not-found'>> {
  const found = await ctx.db.person.findUnique({ where: { id: person } });
  return found ? done(await issue(ctx, found, admin.personId, null)) : refuse('not-found', 'There is no such person.');
}

async function issue(
  ctx: Ctx,
  person: { readonly id: string; readonly displayName: string },
  createdBy: string,
  courseId: string | null,
): Promise<OneTimeLink> {
  return inTransaction(ctx, async (ctx) => {
    // The newest link is the only one that works.
    await ctx.db.token.updateMany({
      where: { personId: person.id, purpose: 'reset', usedAt: null },
      data: { usedAt: ctx.now },
    });
    const secret = await issueToken(ctx, { purpose: 'reset', hours: HOURS, personId: person.id, createdBy });
    const subject = { type: 'person', id: person.id };
    await recordAct(ctx, { act: 'person.reset-link-issued', actorId: createdBy, courseId, subject });
    return { link: `${env().LECTERN_URL}/reset/${secret}`, forName: person.displayName, hours: HOURS };
  });
}

/** Whose new password a link sets; null where it was used, is too old or never was one. Looking does not use it up. */
export async function findResetLink(ctx: Ctx, secret: string): Promise<FoundLink | null> {
  const token = await findToken(ctx, 'reset', secret);
  const person = token?.personId ? await ctx.db.person.findUnique({ where: { id: token.personId } }) : null;
  return person && { forName: person.displayName, suspended: person.suspendedAt !== null };
}

interface FoundLink {
  readonly forName: string;
  /** Nobody could sign in with a password set now. */
  readonly suspended: boolean;
}

/**
 * Sets a new password by a link, once; ends every session of the person. Who is suspended is told so, and the link is not used
 * up: it works for the rest of its day once the suspension is lifted.
 */
export async function resetPassword(
  ctx: Ctx,
  visitor: { readonly address: string },
  { secret, password }: z.infer<typeof ResetPassword>,
): Promise<Result<Identity, 'link-used' | 'suspended' | 'weak' | 'too-many'>> {
  const token = await findToken(ctx, 'reset', secret);
  if (!token?.personId) {
    const wait = await waitAfterWrongLink(visitor.address);
    if (wait > 0) return refuse('too-many', `Too many tries. Wait ${waitInWords(wait)}, then try again.`);
    return refuse('link-used', USED);
  }
  const { personId, id } = token;
  const person = await ctx.db.person.findUniqueOrThrow({ where: { id: personId } });
  if (person.suspendedAt) return refuse('suspended', SUSPENDED);
  const weak = refuseWeakPassword(password, [person.email, person.displayName, ...(await courseWords(ctx))]);
  if (weak) return refuse('weak', weak, { password: weak });
  return inTransaction(ctx, async (ctx) => {
    if (!(await spendToken(ctx, id))) return refuse('link-used', USED);
    const identity = await setPassword(ctx, personId, password, personId);
    await ctx.db.person.update({ where: { id: personId }, data: { lastSignInAt: ctx.now } });
    return done(identity);
  });
}

const USED = 'This link was used, or is older than a day. Ask for a new one.';
const SUSPENDED = 'This account is suspended, and your password was not changed. Ask whoever runs this site.';
