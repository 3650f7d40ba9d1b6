import { describe, expect, it } from 'vitest';
import { adminOf } from '@/lib/authz/admin';
import { type Enrolment, enrolmentAs, prove, proveByPerson } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { hashSecret } from '@/lib/kernel/random';
import { testDb } from '@/lib/testing/database';
import { type LaidCourse, layCourse } from '@/lib/testing/lessons';
import { changePassword, endSession, SESSION_SECONDS, signOutEverywhere } from './account';
import { assignInstructor, liftSuspension, suspendPerson } from './administer';
import { createPerson, type Identity } from './create-person';
import { enrolPerson } from './enrol-person';
import { makeFirstAdmin, mintFirstAdminLink } from './first-admin';
import { joinCourse } from './join-course';
import { issueResetLink, resetPassword } from './reset-password';
import { bringBack, changeRole, invite, removeFromCourse, setJoining } from './roster';
import { signIn } from './sign-in';

testDb();
const PASSWORD = 'orchard kettle violin';
const ctx = (now = '2026-03-02T09:00:00Z'): Ctx => makeCtx(null, new Date(now));
let made = 0;

async function person(isAdmin = false): Promise<Identity & { email: string }> {
  const email = `q${++made}@example.test`;
  const input = { email, displayName: `Person ${made}`, password: PASSWORD, timeZone: 'UTC', isAdmin };
  const answer = await createPerson(ctx(), input);
  if (!answer.ok) throw new Error(answer.message);
  return { ...answer.value, email };
}

/** What a browser with this cookie is, at its next request. */
const asks = (claims: Identity, course: string | null = null) => prove(ctx(), claims, course);

async function viewer(of: Identity) {
  const { viewer } = await asks(of);
  if (!viewer) throw new Error('not signed in');
  return viewer;
}

async function member(course: LaidCourse, role: Role): Promise<Enrolment & { identity: Identity; email: string }> {
  const identity = await person();
  await enrolPerson(ctx(), { courseId: course.id, personId: identity.personId, role });
  const me = await proveByPerson(ctx(), identity.personId, course.slug);
  if (!me) throw new Error('not enrolled');
  return { ...me, identity, email: identity.email };
}

async function instructorOf(course: LaidCourse) {
  const me = enrolmentAs(await member(course, 'instructor'), ['instructor']);
  if (!me) throw new Error('no instructor');
  return me;
}

const lay = (): Promise<LaidCourse> => layCourse(ctx(), `people-${++made}`, []);
const codeOf = (result: { ok: boolean; code?: string }): string => (result.ok ? 'ok' : (result.code ?? ''));
const secretOf = (link: string): string => link.split('/').at(-1) ?? '';

describe('T-AUTHZ-4: what is taken away is gone at the next request', () => {
  it('a new password ends every session but the one it gives', async () => {
    const me = await person();
    const changed = await changePassword(ctx(), await viewer(me), {
      current: PASSWORD,
      password: 'lantern pebble cloud',
    });
    if (!changed.ok) throw new Error(changed.message);
    expect((await asks(me)).viewer).toBeNull();
    expect((await asks(changed.value)).viewer?.personId).toBe(me.personId);
    expect(codeOf(await signIn(ctx(), { address: '10.9.0.1' }, { email: me.email, password: PASSWORD }))).toBe('wrong');
  });

  it('a wrong present password, and a weak new one, change nothing', async () => {
    const me = await person();
    const who = await viewer(me);
    expect(codeOf(await changePassword(ctx(), who, { current: 'a guess', password: 'lantern pebble cloud' }))).toBe(
      'wrong',
    );
    expect(codeOf(await changePassword(ctx(), who, { current: PASSWORD, password: 'password123' }))).toBe('weak');
    expect((await asks(me)).viewer).not.toBeNull();
  });

  it('signing out here ends this session, a copy of its cookie too, and no other', async () => {
    const me = await person();
    const [here, there] = [ctx().newId(), ctx().newId()].map((sessionId) => ({ ...me, sessionId }));
    if (!here || !there) throw new Error('no sessions');
    await endSession(ctx(), here);
    await endSession(ctx(), here);
    expect((await asks(here)).viewer).toBeNull();
    expect((await asks(there)).viewer?.personId).toBe(me.personId);
    const cookieRanOut = new Date(ctx().now.getTime() + (SESSION_SECONDS + 1) * 1_000).toISOString();
    await endSession(ctx(cookieRanOut), there);
    expect((await ctx().db.endedSession.findMany()).map(({ id }) => id)).toEqual([there.sessionId]);
  });

  it('signing out everywhere ends all of them', async () => {
    const me = await person();
    await signOutEverywhere(ctx(), await viewer(me), {});
    expect((await asks(me)).viewer).toBeNull();
  });

  it('a suspension ends all of them, and signing in again, until it is lifted', async () => {
    const [me, boss] = [await person(), await person(true)];
    const admin = adminOf(await viewer(boss));
    if (!admin) throw new Error('no admin');
    expect(codeOf(await suspendPerson(ctx(), admin, { person: boss.personId, reason: 'by mistake' }))).toBe('yourself');
    await suspendPerson(ctx(), admin, { person: me.personId, reason: 'shared their account' });
    expect((await asks(me)).viewer).toBeNull();
    const try_ = () => signIn(ctx(), { address: '10.9.0.2' }, { email: me.email, password: PASSWORD });
    expect(codeOf(await try_())).toBe('suspended');
    await liftSuspension(ctx(), admin, { person: me.personId });
    expect((await asks(me)).viewer).toBeNull();
    expect(codeOf(await try_())).toBe('ok');
  });

  it('a removal and another role hold in the course, and nowhere else', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const student = await member(course, 'student');
    await changeRole(ctx(), me, { enrolment: student.enrolmentId, role: 'assistant' });
    expect((await asks(student.identity, course.slug)).enrolment?.role).toBe('assistant');
    await removeFromCourse(ctx(), me, { enrolment: student.enrolmentId });
    const after = await asks(student.identity, course.slug);
    expect([after.viewer?.personId, after.enrolment]).toEqual([student.personId, null]);
    await bringBack(ctx(), me, { enrolment: student.enrolmentId });
    expect((await asks(student.identity, course.slug)).enrolment?.role).toBe('assistant');
  });

  it('keeps the last instructor, even from two who step down at once', async () => {
    const course = await lay();
    const [one, two] = [await instructorOf(course), await instructorOf(course)];
    const answers = await Promise.all([
      removeFromCourse(ctx(), one, { enrolment: one.enrolmentId }),
      changeRole(ctx(), two, { enrolment: two.enrolmentId, role: 'student' }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['last-instructor', 'ok']);
  });

  it('lets an instructor touch nobody of another course', async () => {
    const me = await instructorOf(await lay());
    const stranger = await member(await lay(), 'student');
    expect(codeOf(await removeFromCourse(ctx(), me, { enrolment: stranger.enrolmentId }))).toBe('not-found');
    expect(codeOf(await issueResetLink(ctx(), me, { enrolment: stranger.enrolmentId }))).toBe('not-found');
  });
});

describe('a link works once, for a while, and is not kept in clear', () => {
  it('sets a password once, though it is sent twice at once', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const student = await member(course, 'student');
    const issued = await issueResetLink(ctx(), me, { enrolment: student.enrolmentId });
    if (!issued.ok) throw new Error(issued.message);
    const secret = secretOf(issued.value.link);
    expect(await ctx().db.token.count({ where: { hash: secret } })).toBe(0);
    expect(await ctx().db.token.count({ where: { hash: hashSecret(secret) } })).toBe(1);
    const use = () => resetPassword(ctx(), { address: '10.9.0.3' }, { secret, password: 'lantern pebble cloud' });
    expect((await Promise.all([use(), use()])).map(codeOf).sort()).toEqual(['link-used', 'ok']);
    expect((await asks(student.identity)).viewer).toBeNull();
  });

  it('is worth nothing after a day, nor once a newer one was made', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const student = await member(course, 'student');
    const links = [];
    for (let i = 0; i < 2; i++) links.push(await issueResetLink(ctx(), me, { enrolment: student.enrolmentId }));
    const [older, newer] = links.map((link) => (link.ok ? secretOf(link.value.link) : ''));
    const use = (secret = '', now?: string) =>
      resetPassword(ctx(now), { address: '10.9.0.4' }, { secret, password: 'lantern pebble cloud' });
    expect(codeOf(await use(older))).toBe('link-used');
    expect(codeOf(await use(newer, '2026-03-03T09:00:01Z'))).toBe('link-used');
    expect(codeOf(await use(newer, '2026-03-03T08:59:59Z'))).toBe('ok');
  });

  it('is not made for who teaches: an instructor could become them', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const colleague = await member(course, 'assistant');
    expect(codeOf(await issueResetLink(ctx(), me, { enrolment: colleague.enrolmentId }))).toBe('not-allowed');
  });

  it('makes one first admin, and none where there is one', async () => {
    await ctx().db.person.updateMany({ where: { isAdmin: true }, data: { isAdmin: false } });
    const secret = (await mintFirstAdminLink(ctx())) ?? '';
    const use = (n: number) =>
      makeFirstAdmin(
        ctx(),
        { address: '10.9.0.5' },
        { secret, email: `first${n}@example.test`, displayName: 'First', password: PASSWORD, timeZone: 'UTC' },
      ).catch(() => ({ ok: false, code: 'lost the race' }));
    const answers = (await Promise.all([use(1), use(2)])).map(codeOf);
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await ctx().db.person.count({ where: { isAdmin: true } })).toBe(1);
    expect(await mintFirstAdminLink(ctx())).toBeNull();
    expect(codeOf(await use(3))).toBe('link-used');
  });
});

describe('joining a course', () => {
  it('takes its code, however it is typed, and closes when the instructor says so', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const { joinCode } = await ctx().db.course.findUniqueOrThrow({ where: { id: course.id } });
    const newcomer = await viewer(await person());
    const typed = ` ${joinCode.toUpperCase().replace('-', '')} `;
    expect(await joinCourse(ctx(), newcomer, { code: typed })).toEqual({ ok: true, value: { slug: course.slug } });
    await setJoining(ctx(), me, { joining: 'closed' });
    expect(codeOf(await joinCourse(ctx(), await viewer(await person()), { code: joinCode }))).toBe('closed');
    await setJoining(ctx(), me, { joining: 'new-code' });
    expect(codeOf(await joinCourse(ctx(), await viewer(await person()), { code: joinCode }))).toBe('no-such-code');
  });

  it('brings nobody back by the code who was removed; an invite does, once, in its role', async () => {
    const course = await lay();
    const me = await instructorOf(course);
    const { joinCode } = await ctx().db.course.findUniqueOrThrow({ where: { id: course.id } });
    const student = await member(course, 'student');
    await removeFromCourse(ctx(), me, { enrolment: student.enrolmentId });
    const who = await viewer(student.identity);
    expect(codeOf(await joinCourse(ctx(), who, { code: joinCode }))).toBe('removed');
    const invited = await invite(ctx(), me, { role: 'assistant' });
    if (!invited.ok) throw new Error('not invited');
    const code = secretOf(invited.value.link);
    expect(codeOf(await joinCourse(ctx(), who, { code }))).toBe('ok');
    expect((await asks(student.identity, course.slug)).enrolment?.role).toBe('assistant');
    expect(codeOf(await joinCourse(ctx(), await viewer(await person()), { code }))).toBe('no-such-code');
  });

  it('lets an admin name an instructor, which is on record', async () => {
    const course = await lay();
    const boss = await person(true);
    const admin = adminOf(await viewer(boss));
    if (!admin) throw new Error('no admin');
    const teacher = await person();
    expect(codeOf(await assignInstructor(ctx(), admin, { course: course.id, email: 'nobody@example.test' }))).toBe(
      'not-found',
    );
    await assignInstructor(ctx(), admin, { course: course.id, email: teacher.email });
    expect((await asks(teacher, course.slug)).enrolment?.role).toBe('instructor');
    expect((await asks(boss, course.slug)).enrolment).toBeNull();
    const trail = { act: 'enrolment.instructor-assigned', courseId: course.id, actorId: boss.personId };
    expect(await ctx().db.audit.count({ where: trail })).toBe(1);
  });
});
