import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { hashPassword, refuseWeakPassword } from './passwords';
import type { SignUp } from './schema';

export type NewPerson = Omit<z.infer<typeof SignUp>, 'next'> & { readonly isAdmin?: boolean };

/** Whose session a cookie may name. */
export interface Identity {
  readonly personId: string;
  readonly sessionVersion: number;
}

/**
 * Makes a person who signs in by password. Refuses a weak password ('weak'), and an address that has an account ('taken'):
 * without mail there is no way to say so to the address's owner alone.
 */
export async function createPerson(ctx: Ctx, input: NewPerson): Promise<Result<Identity, 'weak' | 'taken'>> {
  const { email, displayName, password, timeZone, isAdmin = false } = input;
  const weak = refuseWeakPassword(password, [email, displayName, ...(await courseWords(ctx))]);
  if (weak) return refuse('weak', weak, { password: weak });
  const secret = await hashPassword(password);
  const personId = ctx.newId();
  return inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.person.createMany({
      // Whoever makes an account is signed in with it at once.
      data: { id: personId, email, displayName, timeZone, isAdmin, createdAt: ctx.now, lastSignInAt: ctx.now },
      skipDuplicates: true,
    });
    if (count === 0) return refuse('taken', TAKEN, { email: TAKEN });
    const account = { provider: 'password', providerId: email, secret, createdAt: ctx.now, updatedAt: ctx.now };
    await ctx.db.account.create({ data: { id: ctx.newId(), personId, ...account } });
    return done({ personId, sessionVersion: 1 });
  });
}

/** What anybody here could guess: the names of the site's courses. */
export async function courseWords(ctx: Ctx): Promise<string[]> {
  const courses = await ctx.db.course.findMany({ select: { slug: true, title: true }, take: 50 });
  return courses.flatMap(({ slug, title }) => [slug, title]);
}

const TAKEN =
  'There is an account with this address already. Sign in with it; if the password is lost, an instructor can give you a link.';
