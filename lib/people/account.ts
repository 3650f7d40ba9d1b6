import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { Claims } from '@/lib/authz/enrolment';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { courseWords, type Identity } from './create-person';
import { hashPassword, isPassword, refuseWeakPassword } from './passwords';
import type { ChangePassword, ChangeProfile } from './schema';
import { forgiveTries, waitInWords, waitToTry } from './throttle';

/** Changes the name that others see and the time zone of every date shown. */
export async function changeProfile(
  ctx: Ctx,
  viewer: Viewer,
  { displayName, timeZone }: z.infer<typeof ChangeProfile>,
): Promise<Result<null>> {
  await ctx.db.person.update({ where: { id: viewer.personId }, data: { displayName, timeZone } });
  return done(null);
}

// Tries on the account page count apart from those at the sign-in page, once one was right.
const HERE = 'account page';

/**
 * Changes the password of somebody who knows the old one. Every session ends at its next request; the identity returned is
 * for a new session of the browser that asked.
 */
export async function changePassword(
  ctx: Ctx,
  viewer: Viewer,
  { current, password }: z.infer<typeof ChangePassword>,
): Promise<Result<Identity, 'wrong' | 'weak' | 'too-many'>> {
  const wait = await waitToTry(viewer.email, HERE);
  if (wait > 0) return refuse('too-many', `Too many tries. Wait ${waitInWords(wait)}, then try again.`);
  const key = { provider_providerId: { provider: 'password', providerId: viewer.email } };
  const account = await ctx.db.account.findUnique({ where: key });
  if (!(await isPassword(current, account?.secret ?? null))) {
    const wrong = 'This is not your present password.';
    return refuse('wrong', wrong, { current: wrong });
  }
  await forgiveTries(viewer.email, HERE);
  const weak = refuseWeakPassword(password, [viewer.email, viewer.displayName, ...(await courseWords(ctx))]);
  if (weak) return refuse('weak', weak, { password: weak });
  return done(await setPassword(ctx, viewer.personId, password, viewer.personId));
}

/** Stores a new password and ends every session of the person. Its callers have proved who asks. */
export async function setPassword(
  ctx: Ctx,
  personId: string,
  password: string,
  actorId: string | null,
): Promise<Identity> {
  const secret = await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.account.updateMany({
      where: { personId, provider: 'password' },
      data: { secret, updatedAt: ctx.now },
    });
    const { sessionVersion } = await endSessions(ctx, personId);
    await recordAct(ctx, { act: 'person.password-changed', actorId, subject: { type: 'person', id: personId } });
    return { personId, sessionVersion };
  });
}

/** How long a session's cookie lasts unless it is ended before. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Ends one session; those that ended longer ago than any cookie lasts are forgotten. Nothing happens for a cookie without one. */
export async function endSession(ctx: Ctx, claims: Claims | null): Promise<void> {
  if (!claims?.sessionId) return;
  const forgotten = new Date(ctx.now.getTime() - SESSION_SECONDS * 1_000);
  await ctx.db.endedSession.deleteMany({ where: { endedAt: { lt: forgotten } } });
  await ctx.db.endedSession.createMany({ data: { id: claims.sessionId, endedAt: ctx.now }, skipDuplicates: true });
}

/** Ends every session of the viewer, this browser's too: at their next request they are signed out. */
export async function signOutEverywhere(ctx: Ctx, viewer: Viewer, _input: unknown): Promise<Result<Identity>> {
  const identity = await endSessions(ctx, viewer.personId);
  return done(identity);
}

async function endSessions(ctx: Ctx, personId: string): Promise<Identity> {
  const { sessionVersion } = await ctx.db.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
  });
  return { personId, sessionVersion };
}
