import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { layCourse } from '@/lib/testing/lessons';
import { HERE, isSignedIn, makeAdmin, makePerson, nextRequest, PASSWORD } from '@/lib/testing/people';
import { codeOf, later, must } from '@/lib/testing/threads';
import { assignInstructor, liftSuspension, listPersons, suspendPerson } from './administer';
import { listAudit } from './audit-log';
import { issueResetLinkAsAdmin, resetPassword } from './reset-password';
import { signIn } from './sign-in';
import { getSiteOverview } from './site-overview';

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
const reason = 'posts somebody else’s answers';

describe('T-AUTHZ-4: suspending somebody', () => {
  it('holds at their next request, in every browser, and keeps them from signing in', async () => {
    const admin = await makeAdmin(ctx);
    const mina = await makePerson(ctx);
    const elsewhere = must(await signIn(ctx, HERE, { email: mina.email, password: PASSWORD }));
    must(await suspendPerson(ctx, admin, { person: mina.personId, reason }));
    expect([await isSignedIn(ctx, mina.cookie), await isSignedIn(ctx, elsewhere)]).toEqual([false, false]);
    expect(codeOf(await signIn(ctx, HERE, { email: mina.email, password: PASSWORD }))).toBe('suspended');
    expect(codeOf(await signIn(ctx, HERE, { email: mina.email, password: 'a guess' }))).toBe('wrong');
  });

  it('is over when it is lifted, but the sessions of before stay dead', async () => {
    const admin = await makeAdmin(ctx);
    const mina = await makePerson(ctx);
    must(await suspendPerson(ctx, admin, { person: mina.personId, reason }));
    must(await liftSuspension(ctx, admin, { person: mina.personId }));
    expect(await isSignedIn(ctx, mina.cookie)).toBe(false);
    const again = must(await signIn(ctx, HERE, { email: mina.email, password: PASSWORD }));
    expect(await isSignedIn(ctx, again)).toBe(true);
  });

  it('stands in the audit trail with its reason', async () => {
    const admin = await makeAdmin(ctx, 'Ada');
    const mina = await makePerson(ctx);
    must(await suspendPerson(ctx, admin, { person: mina.personId, reason }));
    const [row] = await listAudit(ctx, admin, { before: null, person: null });
    expect(row).toMatchObject({ act: 'person.suspended', actor: 'Ada', subject: 'Mina', detail: { reason } });
  });

  it('is nothing that an admin does to themselves, nor two to each other at once', async () => {
    const ada = await makeAdmin(ctx);
    expect(codeOf(await suspendPerson(ctx, ada, { person: ada.personId, reason }))).toBe('yourself');
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await makeAdmin(ctx), await makeAdmin(ctx)];
      const codes = await Promise.all([
        suspendPerson(ctx, one, { person: two.personId, reason }),
        suspendPerson(ctx, two, { person: one.personId, reason }),
      ]);
      expect(codes.map(codeOf).sort()).toEqual(['ok', 'suspended']);
    }
  });
});

describe('naming an instructor', () => {
  it('needs an account, and is the instructor’s from the next request on', async () => {
    const admin = await makeAdmin(ctx);
    const course = await layCourse(ctx, 'named', []);
    const irma = await makePerson(ctx, 'Irma');
    const named = (email: string) => assignInstructor(ctx, admin, { course: course.id, email });
    expect(codeOf(await named('nobody@people.test'))).toBe('not-found');
    expect(must(await named(irma.email))).toEqual({ name: 'Irma' });
    expect((await nextRequest(ctx, irma.cookie, course.slug)).enrolment?.role).toBe('instructor');
  });

  it('gives the admin nothing in the course', async () => {
    const course = await layCourse(ctx, 'not-the-admins', []);
    const ada = await makePerson(ctx, 'Ada', true);
    expect((await nextRequest(ctx, ada.cookie, course.slug)).enrolment).toBeNull();
  });
});

it('shows of one person what they did and what was done to them, by name, and nothing of others', async () => {
  const admin = await makeAdmin(ctx);
  const course = await layCourse(ctx, 'trail', []);
  const [irma, otto] = [await makePerson(ctx, 'Irma'), await makePerson(ctx, 'Otto')];
  must(await assignInstructor(ctx, admin, { course: course.id, email: irma.email }));
  must(await suspendPerson(ctx, admin, { person: otto.personId, reason }));
  const trail = await listAudit(ctx, admin, { before: null, person: irma.personId });
  expect(trail).toMatchObject([{ act: 'enrolment.instructor-assigned', subject: 'Irma', course: expect.any(String) }]);
  expect(await listAudit(ctx, admin, { before: trail[0]?.id ?? null, person: irma.personId })).toEqual([]);
});

it('tells an admin at home which courses nobody teaches, until somebody does', async () => {
  const admin = await makeAdmin(ctx);
  const [course, irma] = [await layCourse(ctx, 'orphan', []), await makePerson(ctx, 'Irma')];
  const untaught = async () => (await getSiteOverview(ctx, admin)).untaught.map(({ id }) => id);
  expect(await untaught()).toContain(course.id);
  must(await assignInstructor(ctx, admin, { course: course.id, email: irma.email }));
  const site = await getSiteOverview(ctx, admin);
  expect(site.untaught.map(({ id }) => id)).not.toContain(course.id);
  expect(site.lately[0]).toMatchObject({ act: 'enrolment.instructor-assigned', subject: 'Irma' });
  expect(site.people).toBe(await ctx.db.person.count());
});

it('knows when somebody last came in: by making the account, by signing in, by a link', async () => {
  const [admin, mina] = [await makeAdmin(ctx), await makePerson(ctx, 'Minerva')];
  const lastIn = async () =>
    (await listPersons(ctx, admin, { q: mina.email, page: 1 })).persons.map(({ lastSignInAt }) => lastSignInAt);
  expect(await lastIn()).toEqual([ctx.now]);
  const [tomorrow, dayAfter] = [later(ctx, 86_400), later(ctx, 2 * 86_400)];
  must(await signIn(tomorrow, HERE, { email: mina.email, password: PASSWORD }));
  expect(await lastIn()).toEqual([tomorrow.now]);
  const { link } = must(await issueResetLinkAsAdmin(dayAfter, admin, { person: mina.personId }));
  const secret = link.split('/').at(-1) ?? '';
  must(await resetPassword(dayAfter, HERE, { secret, password: 'seven lanterns over harbour' }));
  expect(await lastIn()).toEqual([dayAfter.now]);
});

it('finds people by a part of their name or address, whatever its case, and reads % as a letter', async () => {
  const admin = await makeAdmin(ctx);
  const wanted = await makePerson(ctx, 'Wilhelmina');
  const find = async (q: string) => (await listPersons(ctx, admin, { q, page: 1 })).persons.map(({ id }) => id);
  expect(await find('HELMI')).toEqual([wanted.personId]);
  expect(await find(wanted.email.slice(0, 8).toUpperCase())).toEqual([wanted.personId]);
  expect(await find('%')).toEqual([]);
});
