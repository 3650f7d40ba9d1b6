import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { env } from '@/lib/kernel/env';
import { type Result, refuse } from '@/lib/kernel/result';
import { peerAddress, type Visitor } from './actions';
import { isLoopbackAuthority } from './origin';
import { returnTo } from './return-to';
import { openSession } from './sessions';

const LOOPBACK_PEER = /^(?:127(?:\.\d{1,3}){3}|::1)$/;
const DEMO_ROLES = ['student', 'assistant', 'instructor', 'admin'] as const;

const Accounts = z.array(
  z.object({ role: z.enum(DEMO_ROLES), name: z.string(), email: z.string(), password: z.string() }),
);

/** Who the demo offers to sign in as. */
export interface DemoFace {
  readonly role: (typeof DEMO_ROLES)[number];
  readonly name: string;
}

/**
 * Whether this request may use the demo's one-click door: the demo runs, the peer is this machine, the `Host` names it, and
 * nobody has passed the request on. A proxy in front, or a tunnel, never opens it.
 */
export function isDemoVisit(from: { get(name: string): string | null }): boolean {
  return (
    env().LECTERN_DEMO === '1' &&
    LOOPBACK_PEER.test(peerAddress(from)) &&
    isLoopbackAuthority(from.get('host') ?? '') &&
    from.get('x-lectern-forwarded') === null
  );
}

async function readAccounts(): Promise<z.infer<typeof Accounts>> {
  const file = path.join(env().LECTERN_DATA, 'demo-accounts.json');
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return Accounts.parse(JSON.parse(text));
}

/** One face a role, or none where this request may not use the door. */
export async function demoFaces(): Promise<readonly DemoFace[]> {
  if (!isDemoVisit(await headers())) return [];
  const accounts = await readAccounts();
  return DEMO_ROLES.flatMap((role) => {
    const found = accounts.find((account) => account.role === role);
    return found ? [{ role, name: found.name }] : [];
  });
}

export const EnterDemo = z.strictObject({ role: z.enum(DEMO_ROLES), next: z.string().max(2_000).optional() });

/** Signs in as the demo's person of this role. */
export async function enterDemo(
  ctx: Ctx,
  _visitor: Visitor,
  { role, next }: z.infer<typeof EnterDemo>,
): Promise<Result<null, 'not-here'>> {
  const account = isDemoVisit(await headers()) && (await readAccounts()).find((each) => each.role === role);
  const person = account && (await ctx.db.person.findUnique({ where: { email: account.email } }));
  if (!person || person.suspendedAt)
    return refuse('not-here', 'The demo’s accounts open only on the machine it runs on.');
  await ctx.db.person.update({ where: { id: person.id }, data: { lastSignInAt: ctx.now } });
  await openSession(ctx, { personId: person.id, sessionVersion: person.sessionVersion });
  redirect(returnTo(next));
}
