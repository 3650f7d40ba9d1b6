import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { env, isHttps } from '@/lib/kernel/env';
import { pool } from '@/lib/kernel/pool';
import { sqlOnPool } from '@/lib/kernel/sql';
import { SignIn } from '@/lib/people/schema';
import { signIn } from '@/lib/people/sign-in';
import { peerAddress } from './actions';
import { sessionCookie } from './claims';

/**
 * next-auth's own addresses (`/api/auth/…`) beside our forms: the same passwords, throttles and cookie. Our pages sign in by
 * a server action instead (see sessions.ts), which also works without JavaScript.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
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
        const identity = await signIn(
          makeCtx(null, await databaseNow({ sql: sqlOnPool(pool()) })),
          { address },
          parsed.data,
        );
        return identity.ok ? { id: identity.value.personId, ...identity.value } : null;
      },
    }),
  ],
  callbacks: {
    // The cookie claims a person and a session's version; every request asks the database whether both still hold.
    jwt: ({ token, user }) => (user ? { ...user } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
});
