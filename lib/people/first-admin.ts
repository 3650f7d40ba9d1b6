import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { Ctx } from '@/lib/kernel/ctx';
import { type Refusal, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { createPerson, type Identity } from './create-person';
import type { MakeFirstAdmin } from './schema';
import { waitAfterWrongLink, waitInWords } from './throttle';
import { findToken, issueToken, spendToken } from './tokens';

const A_WEEK = 7 * 24;

/** The secret of a link that makes the first admin; null where there is one. Links made before stop working. */
export async function mintFirstAdminLink(ctx: Ctx): Promise<string | null> {
  return inTransaction(ctx, async (ctx) => {
    if ((await ctx.db.person.count({ where: { isAdmin: true } })) > 0) return null;
    await ctx.db.token.updateMany({ where: { purpose: 'first-admin', usedAt: null }, data: { usedAt: ctx.now } });
    return issueToken(ctx, { purpose: 'first-admin', hours: A_WEEK });
  });
}

/** Whether a link can still make the first admin. */
export const isFirstAdminLink = async (ctx: Ctx, secret: string): Promise<boolean> =>
  (await findToken(ctx, 'first-admin', secret)) !== null;

/** Makes the site's first admin by the link that its start printed. Once: the link is used, and refused where an admin is. */
export async function makeFirstAdmin(
  ctx: Ctx,
  visitor: { readonly address: string },
  { secret, ...person }: z.infer<typeof MakeFirstAdmin>,
): Promise<Result<Identity, 'link-used' | 'weak' | 'taken' | 'too-many'>> {
  const token = await findToken(ctx, 'first-admin', secret);
  if (!token) {
    const wait = await waitAfterWrongLink(visitor.address);
    return wait > 0 ? refuse('too-many', `Too many tries. Wait ${waitInWords(wait)}, then try again.`) : used();
  }
  return inTransaction(ctx, async (ctx) => {
    // Two at once queue on the link's row: the second finds it used.
    const { count } = await ctx.db.token.updateMany({ where: { id: token.id, usedAt: null }, data: { id: token.id } });
    if (count === 0 || (await ctx.db.person.count({ where: { isAdmin: true } })) > 0) return used();
    const made = await createPerson(ctx, { ...person, isAdmin: true });
    if (!made.ok) return made;
    await spendToken(ctx, token.id);
    const { personId } = made.value;
    await recordAct(ctx, {
      act: 'person.made-first-admin',
      actorId: personId,
      subject: { type: 'person', id: personId },
    });
    return made;
  });
}

const used = (): Refusal<'link-used'> =>
  refuse(
    'link-used',
    'This link was used or is too old. Start Lectern again: it prints a new one while there is no admin.',
  );
