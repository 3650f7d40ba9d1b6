import { type Admin, adminOf } from '@/lib/authz/admin';
import { type Proof, prove } from '@/lib/authz/enrolment';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { createPerson, type Identity } from '@/lib/people/create-person';
import { must } from './threads';

export const PASSWORD = 'orchard kettle violin';
/** Where the tests' visitors come from. */
export const HERE = { address: '10.9.0.1' };

let made = 0;

/** Somebody with an account and the password above, as a browser that signed in just now holds them. */
export async function makePerson(ctx: Ctx, name = 'Mina', isAdmin = false): Promise<Viewer & { cookie: Identity }> {
  const email = `${name.toLowerCase()}${++made}@people.test`;
  const cookie = must(
    await createPerson(ctx, { email, displayName: name, password: PASSWORD, timeZone: 'UTC', isAdmin }),
  );
  return { personId: cookie.personId, email, displayName: name, timeZone: 'UTC', isAdmin, cookie };
}

export async function makeAdmin(ctx: Ctx, name = 'Ada'): Promise<Admin & { viewer: Viewer }> {
  const viewer = await makePerson(ctx, name, true);
  const admin = adminOf(viewer);
  if (!admin) throw new Error('not an admin');
  return { ...admin, viewer };
}

/** What the next request of a browser with this cookie is worth. */
export const nextRequest = (ctx: Ctx, cookie: Identity, course: string | null = null): Promise<Proof> =>
  prove(ctx, cookie, course);

export const isSignedIn = async (ctx: Ctx, cookie: Identity): Promise<boolean> =>
  (await nextRequest(ctx, cookie)).viewer !== null;
