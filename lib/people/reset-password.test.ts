import { describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol, enrolPerson, type LaidCourse, layCourse } from '@/lib/testing/lessons';
import { HERE, isSignedIn, makeAdmin, makePerson, nextRequest, PASSWORD } from '@/lib/testing/people';
import { asInstructor, codeOf, later, must } from '@/lib/testing/threads';
import { findResetLink, issueResetLink, issueResetLinkAsAdmin, resetPassword } from './reset-password';
import { changeRole } from './roster';
import { signIn } from './sign-in';

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
const NEW = 'seven lanterns over harbour';
const secretIn = ({ link }: { readonly link: string }): string => link.split('/').at(-1) ?? '';

let courses = 0;
async function courseWithInstructor() {
  const course = await layCourse(ctx, `reset-${++courses}`, []);
  return { course, me: asInstructor(await enrol(ctx, course, 'instructor', 'Irma')) };
}

async function student(course: LaidCourse) {
  const person = await makePerson(ctx);
  return { person, enrolment: await enrolPerson(ctx, course, person.personId, 'student') };
}

describe('a link for a new password', () => {
  it('sets it once, ends every session and is refused the second time', async () => {
    const { course, me } = await courseWithInstructor();
    const { person, enrolment } = await student(course);
    const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    const fresh = must(await resetPassword(ctx, HERE, { secret, password: NEW }));
    expect([await isSignedIn(ctx, person.cookie), await isSignedIn(ctx, fresh)]).toEqual([false, true]);
    expect(codeOf(await signIn(ctx, HERE, { email: person.email, password: NEW }))).toBe('ok');
    expect(codeOf(await resetPassword(ctx, HERE, { secret, password: `${NEW} again` }))).toBe('link-used');
    expect(codeOf(await signIn(ctx, HERE, { email: person.email, password: `${NEW} again` }))).toBe('wrong');
  });

  it('says whose it is, as often as one looks, and nothing once it was used', async () => {
    const { course, me } = await courseWithInstructor();
    const { enrolment } = await student(course);
    const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    expect(await findResetLink(ctx, secret)).toEqual({ forName: 'Mina', suspended: false });
    expect(await findResetLink(ctx, secret)).toEqual({ forName: 'Mina', suspended: false });
    must(await resetPassword(ctx, HERE, { secret, password: NEW }));
    expect(await findResetLink(ctx, secret)).toBeNull();
    expect(await findResetLink(ctx, '../../admin')).toBeNull();
  });

  it('sets one password when two browsers use it at once', async () => {
    const { course, me } = await courseWithInstructor();
    const { person, enrolment } = await student(course);
    const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    const tries = ['one', 'two', 'three', 'four'].map((word) => `${NEW} ${word}`);
    const codes = (await Promise.all(tries.map((password) => resetPassword(ctx, HERE, { secret, password })))).map(
      codeOf,
    );
    expect([...codes].sort()).toEqual(['link-used', 'link-used', 'link-used', 'ok']);
    const winner = tries[codes.indexOf('ok')] ?? '';
    expect(codeOf(await signIn(ctx, HERE, { email: person.email, password: winner }))).toBe('ok');
  });

  it('stays good when the password chosen first was weak', async () => {
    const { course, me } = await courseWithInstructor();
    const { enrolment } = await student(course);
    const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    expect(codeOf(await resetPassword(ctx, HERE, { secret, password: 'password123' }))).toBe('weak');
    expect(codeOf(await resetPassword(ctx, HERE, { secret, password: NEW }))).toBe('ok');
  });

  it('is dead after a day, and as soon as a newer one is made', async () => {
    const { course, me } = await courseWithInstructor();
    const { enrolment } = await student(course);
    const make = async () => secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    const [first, second] = [await make(), await make()];
    expect(codeOf(await resetPassword(ctx, HERE, { secret: first, password: NEW }))).toBe('link-used');
    const nextDay = later(ctx, 24 * 3600);
    expect(codeOf(await resetPassword(nextDay, HERE, { secret: second, password: NEW }))).toBe('link-used');
    expect(codeOf(await resetPassword(ctx, HERE, { secret: second, password: NEW }))).toBe('ok');
  });

  it('lifts no suspension: it says that there is one, changes nothing, and works again once that is lifted', async () => {
    const { course, me } = await courseWithInstructor();
    const { person, enrolment } = await student(course);
    const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
    await ctx.db.person.update({ where: { id: person.personId }, data: { suspendedAt: ctx.now } });
    expect(await findResetLink(ctx, secret)).toMatchObject({ suspended: true });
    expect(await resetPassword(ctx, HERE, { secret, password: NEW })).toMatchObject({
      code: 'suspended',
      message: expect.stringMatching(/suspended.*Ask whoever runs this site/),
    });
    const before = await signIn(ctx, HERE, { email: person.email, password: PASSWORD });
    expect(codeOf(before)).toBe('suspended');

    await ctx.db.person.update({ where: { id: person.personId }, data: { suspendedAt: null } });
    const after = await resetPassword(ctx, HERE, { secret, password: NEW });
    expect(after.ok && (await isSignedIn(ctx, after.value))).toBe(true);
  });

  it('is not guessed: after thirty wrong ones an address waits', async () => {
    const from = { address: '10.9.9.9' };
    const guess = (n: number) => resetPassword(ctx, from, { secret: `${n}`.padStart(43, 'x'), password: NEW });
    const codes = [];
    for (let n = 0; n < 31; n++) codes.push(codeOf(await guess(n)));
    expect(codes).toEqual([...Array(30).fill('link-used'), 'too-many']);
  });
});

describe('who may make one', () => {
  const tryFor = async (me: Enrolment, of: Enrolment) =>
    codeOf(await issueResetLink(ctx, asInstructor(me), { enrolment: of.enrolmentId }));

  it('an instructor: not for who teaches with them, nor for themselves', async () => {
    const { course, me } = await courseWithInstructor();
    expect(await tryFor(me, await enrol(ctx, course, 'assistant', 'Asta'))).toBe('not-allowed');
    expect(await tryFor(me, await enrol(ctx, course, 'instructor', 'Ines'))).toBe('not-allowed');
    expect(await tryFor(me, me)).toBe('not-allowed');
  });

  it('an instructor: not for a student who teaches elsewhere or runs the site', async () => {
    const [{ course, me }, elsewhere] = [await courseWithInstructor(), await courseWithInstructor()];
    const teaches = await enrolPerson(ctx, course, elsewhere.me.personId, 'student');
    const admin = await makeAdmin(ctx);
    const runs = await enrolPerson(ctx, course, admin.personId, 'student');
    expect([await tryFor(me, teaches), await tryFor(me, runs)]).toEqual(['not-allowed', 'not-allowed']);
  });

  it('an instructor: not for another instructor whom they made a student first', async () => {
    const { course, me } = await courseWithInstructor();
    const other = await enrol(ctx, course, 'instructor', 'Ines');
    must(await changeRole(ctx, me, { enrolment: other.enrolmentId, role: 'student' }));
    expect(await tryFor(me, other)).toBe('not-allowed');
  });

  it('an instructor: nobody of another course, nobody who was removed', async () => {
    const [{ course, me }, elsewhere] = [await courseWithInstructor(), await courseWithInstructor()];
    expect(await tryFor(me, (await student(elsewhere.course)).enrolment)).toBe('not-found');
    const { enrolment } = await student(course);
    await ctx.db.enrolment.update({ where: { id: enrolment.enrolmentId }, data: { endedAt: ctx.now } });
    expect(await tryFor(me, enrolment)).toBe('not-found');
  });

  it('an admin: for anybody, and it stands in the audit trail', async () => {
    const { me } = await courseWithInstructor();
    const admin = await makeAdmin(ctx);
    const { link, hours } = must(await issueResetLinkAsAdmin(ctx, admin, { person: me.personId }));
    expect(hours).toBe(24);
    const [row] = await ctx.db.audit.findMany({ where: { subjectId: me.personId } });
    expect(row).toMatchObject({ act: 'person.reset-link-issued', actorId: admin.personId });
    expect(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
      secretIn({ link }),
    );
  });
});

it('signing in by the old password is over for good', async () => {
  const { course, me } = await courseWithInstructor();
  const { person, enrolment } = await student(course);
  const secret = secretIn(must(await issueResetLink(ctx, me, { enrolment: enrolment.enrolmentId })));
  const fresh = must(await resetPassword(ctx, HERE, { secret, password: NEW }));
  expect(codeOf(await signIn(ctx, HERE, { email: person.email, password: PASSWORD }))).toBe('wrong');
  expect((await nextRequest(ctx, fresh, course.slug)).enrolment?.role).toBe('student');
});
