import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import type { z } from 'zod';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { env, isHttps } from '@/lib/kernel/env';
import { done, type Result } from '@/lib/kernel/result';
import { changePassword, endSession, SESSION_SECONDS, signOutEverywhere } from '@/lib/people/account';
import type { Identity } from '@/lib/people/create-person';
import { makeFirstAdmin } from '@/lib/people/first-admin';
import { joinCourse } from '@/lib/people/join-course';
import { resetPassword } from '@/lib/people/reset-password';
import type {
  ChangePassword,
  JoinCourse,
  MakeFirstAdmin,
  Nothing,
  ResetPassword,
  SignIn,
  SignUp,
} from '@/lib/people/schema';
import { signIn } from '@/lib/people/sign-in';
import { signUp } from '@/lib/people/sign-up';
import type { Visitor } from './actions';
import { readClaims, sessionCookie } from './claims';
import { forgetPreview } from './preview';
import { returnTo } from './return-to';

/** Gives this browser a new session. One that it had ends: a copy of the old cookie is worth nothing (T-SESS-1). */
export async function openSession(ctx: Ctx, { personId, sessionVersion }: Identity): Promise<void> {
  const token = await encode({
    token: { personId, sessionVersion, sessionId: randomUUID() },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  const jar = await cookies();
  await endSession(ctx, await readClaims(jar));
  await forgetPreview();
  jar.set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    path: '/',
    maxAge: SESSION_SECONDS,
  });
}

/** Signs in, and goes where one wanted to go. */
export async function signInHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof SignIn>) {
  const identity = await signIn(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(ctx, identity.value);
  redirect(returnTo(input.next));
}

/** Makes an account, and signs in with it. */
export async function signUpHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof SignUp>) {
  const identity = await signUp(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(ctx, identity.value);
  redirect(returnTo(input.next));
}

/** Ends the session of this browser: its cookie goes, and a copy of it is worth nothing. */
export async function signOutHere(ctx: Ctx, _visitor: Visitor, _input: z.infer<typeof Nothing>): Promise<Result<null>> {
  const jar = await cookies();
  await endSession(ctx, await readClaims(jar));
  await forgetPreview();
  jar.set(sessionCookie(), '', { httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/', maxAge: 0 });
  redirect('/');
}

/** Changes the password; every other browser is signed out, this one gets a new session. */
export async function changePasswordHere(ctx: Ctx, viewer: Viewer, input: z.infer<typeof ChangePassword>) {
  const identity = await changePassword(ctx, viewer, input);
  if (!identity.ok) return identity;
  await openSession(ctx, identity.value);
  return done(null);
}

/** Signs out every browser, this one too. */
export async function signOutEverywhereHere(
  ctx: Ctx,
  viewer: Viewer,
  input: z.infer<typeof Nothing>,
): Promise<Result<null>> {
  await signOutEverywhere(ctx, viewer, input);
  await forgetPreview();
  redirect('/sign-in');
}

/** Sets a new password by a link, and signs in with it. */
export async function resetPasswordHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof ResetPassword>) {
  const identity = await resetPassword(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(ctx, identity.value);
  redirect('/');
}

/** Makes the first admin by the link that the start printed, and signs them in. */
export async function makeFirstAdminHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof MakeFirstAdmin>) {
  const identity = await makeFirstAdmin(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(ctx, identity.value);
  redirect('/admin/courses');
}

/** Joins a course, and goes there. */
export async function joinCourseHere(ctx: Ctx, viewer: Viewer, input: z.infer<typeof JoinCourse>) {
  const joined = await joinCourse(ctx, viewer, input);
  if (!joined.ok) return joined;
  redirect(`/courses/${joined.value.slug}`);
}
