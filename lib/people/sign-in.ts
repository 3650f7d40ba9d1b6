import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Refusal, type Result, refuse } from '@/lib/kernel/result';
import type { Identity } from './create-person';
import { isPassword } from './passwords';
import type { SignIn } from './schema';
import { countFailure, forgiveTries, waitInWords, waitOfAddress, waitToTry } from './throttle';

/**
 * Whether these are somebody's address and password. One answer, after one length of time, for a wrong password and for an
 * address that nobody has ('wrong'); 'too-many' says how long to wait; 'suspended' only to who knows the password.
 */
export async function signIn(
  ctx: Ctx,
  visitor: { readonly address: string },
  { email, password }: Pick<z.infer<typeof SignIn>, 'email' | 'password'>,
): Promise<Result<Identity, 'wrong' | 'too-many' | 'suspended'>> {
  const wait = await waitToTry(email, visitor.address);
  if (wait > 0) return tooMany(wait);
  const account = await ctx.db.account.findUnique({
    where: { provider_providerId: { provider: 'password', providerId: email } },
    include: { person: true },
  });
  if (!(await isPassword(password, account?.secret ?? null)) || !account) {
    // Of many that were let in side by side, those past the limit learn nothing.
    const wait = await countFailure(visitor.address);
    return wait > 0
      ? tooMany(wait)
      : refuse('wrong', 'This address and password do not go together. Check both, and try again.');
  }
  const tooLate = await waitOfAddress(visitor.address);
  if (tooLate > 0) return tooMany(tooLate);
  await forgiveTries(email, visitor.address);
  const { person } = account;
  if (person.suspendedAt) {
    return refuse('suspended', 'This account is suspended. Ask whoever runs this site.');
  }
  await ctx.db.person.update({ where: { id: person.id }, data: { lastSignInAt: ctx.now } });
  return done({ personId: person.id, sessionVersion: person.sessionVersion });
}

const tooMany = (wait: number): Refusal<'too-many'> =>
  refuse('too-many', `Too many tries. Wait ${waitInWords(wait)}, then try again; nothing is locked for good.`);
