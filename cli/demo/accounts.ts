import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { newSecret } from '@/lib/kernel/random';
import { createPerson } from '@/lib/people/create-person';
import { enrolPerson } from '@/lib/people/enrol-person';
import { must } from './study';

const ROLES = ['student', 'assistant', 'instructor', 'admin'] as const;
export type DemoRole = (typeof ROLES)[number];

const NAMES: Readonly<Record<DemoRole, string>> = {
  student: 'Jo Lindgren',
  assistant: 'Tariq Mansour',
  instructor: 'Dr Helen Marsh',
  admin: 'Ada Keller',
};

const Accounts = z.array(z.object({ role: z.enum(ROLES), name: z.string(), email: z.string(), password: z.string() }));

/**
 * The demo's four people, one a role, with random passwords in `<data folder>/demo-accounts.json` (mode 0600) for scripts.
 * Whoever is there already stays as they are; without the file they get new passwords by a new file and new people.
 * Returns the person of each role.
 */
export async function makeAccounts(ctx: Ctx, dataFolder: string, courseId: string): Promise<Record<DemoRole, string>> {
  const file = path.join(dataFolder, 'demo-accounts.json');
  const kept = existsSync(file) ? Accounts.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const accounts: z.infer<typeof Accounts> = [];
  const people: Partial<Record<DemoRole, string>> = {};
  for (const role of ROLES) {
    const old = kept.find((account) => account.role === role);
    const there = old && (await ctx.db.person.findUnique({ where: { email: old.email } }));
    if (old && there) {
      accounts.push(old);
      people[role] = there.id;
      continue;
    }
    const password = newSecret().slice(0, 20);
    const email = `${role}.${newSecret()
      .slice(0, 4)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, 'x')}@demo.example`;
    const person = { email, displayName: NAMES[role], password, timeZone: 'UTC', isAdmin: role === 'admin' };
    const { personId } = must(await createPerson(ctx, person));
    if (role !== 'admin') await enrolPerson(ctx, { courseId, personId, role });
    people[role] = personId;
    accounts.push({ role, name: NAMES[role], email, password });
  }
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  const { student, assistant, instructor, admin } = people;
  if (!student || !assistant || !instructor || !admin) throw new Error('The demo lacks one of its people');
  return { student, assistant, instructor, admin };
}
