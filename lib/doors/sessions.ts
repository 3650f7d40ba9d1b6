import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { env, isHttps } from '@/lib/kernel/env';
import type { Result } from '@/lib/kernel/result';
import type { Identity } from '@/lib/people/create-person';
import type { Nothing, SignIn, SignUp } from '@/lib/people/schema';
import { signIn } from '@/lib/people/sign-in';
import { signUp } from '@/lib/people/sign-up';
import type { Visitor } from './actions';
import { sessionCookie } from './claims';
import { returnTo } from './return-to';

const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

/** Gives this browser a new session, in place of any it had. */
export async function openSession({ personId, sessionVersion }: Identity): Promise<void> {
  const token = await encode({
    token: { personId, sessionVersion },
    secret: env().NEXTAUTH_SECRET,
    maxAge: MAX_AGE_SECONDS,
  });
  const jar = await cookies();
  jar.set(sessionCookie(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  });
}

/** Signs in, and goes where one wanted to go. */
export async function signInHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof SignIn>) {
  const identity = await signIn(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(identity.value);
  redirect(returnTo(input.next));
}

/** Makes an account, and signs in with it. */
export async function signUpHere(ctx: Ctx, visitor: Visitor, input: z.infer<typeof SignUp>) {
  const identity = await signUp(ctx, visitor, input);
  if (!identity.ok) return identity;
  await openSession(identity.value);
  redirect(returnTo(input.next));
}

/** Ends the session of this browser. */
export async function signOutHere(
  _ctx: Ctx,
  _visitor: Visitor,
  _input: z.infer<typeof Nothing>,
): Promise<Result<null>> {
  const jar = await cookies();
  jar.set(sessionCookie(), '', { httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/', maxAge: 0 });
  redirect('/');
}
