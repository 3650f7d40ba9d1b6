import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { prove } from '@/lib/authz/enrolment';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { env, isHttps } from '@/lib/kernel/env';
import { pool } from '@/lib/kernel/pool';
import { sqlOnPool } from '@/lib/kernel/sql';
import { endSession, SESSION_SECONDS } from '@/lib/people/account';
import { SignIn } from '@/lib/people/schema';
import { signIn } from '@/lib/people/sign-in';
import { peerAddress } from './actions';
import { claimsOf, sessionCookie } from './claims';
import { returnTo } from './return-to';

/**
 * next-auth's own addresses (`/api/auth/…`) beside our forms: the same passwords, throttles and cookie. Our pages sign in by
 * a server action instead (see sessions.ts), which also works without JavaScript.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
  cookies: {
    sessionToken: {
      name: sessionCookie(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
    },
  },
  providers: [
    CredentialsProvider({
      id: 'password',
      name: 'E-mail and password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(given, request) {
        const parsed = SignIn.safeParse({ email: given?.email, password: given?.password });
        if (!parsed.success) return null;
        const headers = request.headers ?? {};
        const address = peerAddress({ get: (name) => String(headers[name] ?? '') || null });
        const identity = await signIn(await ctxNow(), { address }, parsed.data);
        return identity.ok ? { id: identity.value.personId, ...identity.value, sessionId: randomUUID() } : null;
      },
    }),
  ],
  callbacks: {
    // The cookie claims a person and a session's version; every request asks the database whether both still hold.
    jwt: async ({ token, user }) => {
      if (user) return { ...user };
      // next-auth hands out a fresh cookie for an old one here: not for one whose session is over.
      const { viewer } = await prove({ sql: sqlOnPool(pool()) }, claimsOf(token), null);
      if (!viewer) throw new Error('This session is over.');
      return token;
    },
    redirect: ({ url, baseUrl }) => baseUrl + returnTo(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => endSession(await ctxNow(), claimsOf(token)),
  },
});

const ctxNow = async () => makeCtx(null, await databaseNow({ sql: sqlOnPool(pool()) }));
