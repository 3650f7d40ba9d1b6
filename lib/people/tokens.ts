import type { Ctx } from '@/lib/kernel/ctx';
import { hashSecret, newSecret } from '@/lib/kernel/random';

export type Purpose = 'reset' | 'invite' | 'first-admin';

interface NewToken {
  readonly purpose: Purpose;
  /** How long the link works, in hours. */
  readonly hours: number;
  readonly personId?: string;
  readonly courseId?: string;
  readonly role?: string;
  readonly createdBy?: string;
}

/** Makes a link's secret: 256 random bits, of which only the hash is kept. It is shown once and cannot be looked up. */
export async function issueToken(ctx: Ctx, { hours, ...token }: NewToken): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(ctx.now.getTime() + hours * 3_600_000);
  await ctx.db.token.create({
    data: { id: ctx.newId(), ...token, hash: hashSecret(secret), createdAt: ctx.now, expiresAt },
  });
  return secret;
}

/** The token of a secret, where it is of this purpose, unused and not expired; else null. */
export async function findToken(ctx: Ctx, purpose: Purpose, secret: string) {
  const token = await ctx.db.token.findUnique({ where: { hash: hashSecret(secret) } });
  return token && token.purpose === purpose && !token.usedAt && token.expiresAt > ctx.now ? token : null;
}

/** Marks a token used; false where somebody else was faster. Call it in the transaction of what the link is for. */
export async function spendToken(ctx: Ctx, id: string): Promise<boolean> {
  const { count } = await ctx.db.token.updateMany({ where: { id, usedAt: null }, data: { usedAt: ctx.now } });
  return count === 1;
}
