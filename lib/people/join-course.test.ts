import { describe, expect, it } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol, enrolPerson, layCourse } from '@/lib/testing/lessons';
import { makePerson, nextRequest } from '@/lib/testing/people';
import { asInstructor, codeOf, later, must } from '@/lib/testing/threads';
import { findJoinable, findPlace, joinCourse } from './join-course';
import { invite, removeFromCourse, setJoining } from './roster';
import { codeIn } from './schema';

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));

let courses = 0;
async function course() {
  const laid = await layCourse(ctx, `join-${++courses}`, []);
  const me = asInstructor(await enrol(ctx, laid, 'instructor', 'Irma'));
  const { joinCode: code } = await ctx.db.course.findUniqueOrThrow({ where: { id: laid.id } });
  const inviteAs = async (role: 'student' | 'assistant' | 'instructor') =>
    must(await invite(ctx, me, { role }))
      .link.split('/')
      .at(-1) ?? '';
  const roleOf = async (person: Awaited<ReturnType<typeof makePerson>>) =>
    (await nextRequest(ctx, person.cookie, laid.slug)).enrolment?.role ?? null;
  return { ...laid, me, code, inviteAs, roleOf };
}

describe('joining by the course’s code', () => {
  it('makes a student of whoever has it, in capitals or without its hyphen too', async () => {
    const { code, slug, roleOf } = await course();
    const [mina, otto] = [await makePerson(ctx), await makePerson(ctx, 'Otto')];
    expect(await joinCourse(ctx, mina, { code: code.toUpperCase() })).toEqual({ ok: true, value: { slug } });
    must(await joinCourse(ctx, otto, { code: code.replace('-', '') }));
    expect([await roleOf(mina), await roleOf(otto)]).toEqual(['student', 'student']);
  });

  it('makes one place of two clicks at once', async () => {
    const { id, code } = await course();
    const mina = await makePerson(ctx);
    await Promise.all(Array.from({ length: 6 }, async () => must(await joinCourse(ctx, mina, { code }))));
    expect(await ctx.db.enrolment.count({ where: { courseId: id, personId: mina.personId } })).toBe(1);
  });

  it('lowers nobody who teaches there', async () => {
    const { code, me, roleOf, ...laid } = await course();
    const asta = await makePerson(ctx, 'Asta');
    await enrolPerson(ctx, laid, asta.personId, 'assistant');
    must(await joinCourse(ctx, asta, { code }));
    expect(await roleOf(asta)).toBe('assistant');
  });

  it('ends when joining is closed or a new code is drawn', async () => {
    const { code, me } = await course();
    const mina = await makePerson(ctx);
    must(await setJoining(ctx, me, { joining: 'closed' }));
    expect(codeOf(await joinCourse(ctx, mina, { code }))).toBe('closed');
    must(await setJoining(ctx, me, { joining: 'new-code' }));
    expect(codeOf(await joinCourse(ctx, mina, { code }))).toBe('no-such-code');
  });

  it('tells beforehand who is in already, was removed, or finds it closed', async () => {
    const { code, me, inviteAs, ...laid } = await course();
    const mina = await makePerson(ctx);
    const place = async (by = code) => {
      const found = await findJoinable(ctx, by);
      return found && findPlace(ctx, mina, found);
    };
    expect(await place()).toEqual({ state: 'join', role: 'student' });
    const { enrolmentId } = await enrolPerson(ctx, laid, mina.personId, 'student');
    expect(await place()).toEqual({ state: 'in', role: 'student' });
    expect(await place(await inviteAs('assistant'))).toEqual({ state: 'join', role: 'assistant' });
    must(await removeFromCourse(ctx, me, { enrolment: enrolmentId }));
    expect(await place()).toEqual({ state: 'removed', role: 'student' });
    must(await setJoining(ctx, me, { joining: 'closed' }));
    expect(await place()).toEqual({ state: 'closed', role: 'student' });
  });

  it('is not guessed: after thirty wrong codes one waits', async () => {
    const mina = await makePerson(ctx);
    const codes = [];
    for (let n = 0; n < 31; n++)
      codes.push(codeOf(await joinCourse(ctx, mina, { code: `aaaa-aa${10 + n}`.slice(0, 9) })));
    expect(codes).toEqual([...Array(30).fill('no-such-code'), 'too-many']);
  });

  it('does not bring back who was removed; an invite does', async () => {
    const { code, me, inviteAs, roleOf, ...laid } = await course();
    const mina = await makePerson(ctx);
    const { enrolmentId } = await enrolPerson(ctx, laid, mina.personId, 'student');
    must(await removeFromCourse(ctx, me, { enrolment: enrolmentId }));
    expect(codeOf(await joinCourse(ctx, mina, { code }))).toBe('removed');
    expect(await roleOf(mina)).toBeNull();
    must(await joinCourse(ctx, mina, { code: await inviteAs('student') }));
    expect(await roleOf(mina)).toBe('student');
  });
});

describe('joining by an invite', () => {
  it('gives its role to one of two who open it at once', async () => {
    const { inviteAs, roleOf } = await course();
    const code = await inviteAs('assistant');
    const people = [await makePerson(ctx), await makePerson(ctx, 'Otto'), await makePerson(ctx, 'Lea')];
    const codes = (await Promise.all(people.map((person) => joinCourse(ctx, person, { code })))).map(codeOf);
    expect([...codes].sort()).toEqual(['no-such-code', 'no-such-code', 'ok']);
    const roles = await Promise.all(people.map(roleOf));
    expect(roles.filter((role) => role === 'assistant')).toHaveLength(1);
    expect(roles.filter((role) => role === null)).toHaveLength(2);
  });

  it('raises who is in already, and lowers nobody: the course’s last instructor may try the students’ link', async () => {
    const { inviteAs, roleOf, me, slug, ...laid } = await course();
    const mina = await makePerson(ctx);
    await enrolPerson(ctx, { ...laid, slug }, mina.personId, 'student');
    must(await joinCourse(ctx, mina, { code: await inviteAs('instructor') }));
    expect(await roleOf(mina)).toBe('instructor');
    const forStudents = await inviteAs('student');
    must(await joinCourse(ctx, mina, { code: forStudents }));
    expect(await roleOf(mina)).toBe('instructor');
    expect(await findJoinable(ctx, forStudents)).not.toBeNull();
  });

  it('lasts two weeks, and says nothing of a course afterwards', async () => {
    const { inviteAs } = await course();
    const code = await inviteAs('student');
    expect(await findJoinable(later(ctx, 14 * 86_400 - 1), code)).not.toBeNull();
    expect(await findJoinable(later(ctx, 14 * 86_400), code)).toBeNull();
  });

  it('works while joining by code is closed', async () => {
    const { inviteAs, me, roleOf } = await course();
    must(await setJoining(ctx, me, { joining: 'closed' }));
    const mina = await makePerson(ctx);
    must(await joinCourse(ctx, mina, { code: await inviteAs('student') }));
    expect(await roleOf(mina)).toBe('student');
  });
});

it.each([
  ['K7MQ w2xd', 'k7mq-w2xd'],
  [' K7MQW2XD ', 'k7mq-w2xd'],
  ['https://school.example/join/k7mq-w2xd', 'k7mq-w2xd'],
  [`http://127.0.0.1:3000/join/${'aB_-'.repeat(10)}xyz/`, `${'aB_-'.repeat(10)}xyz`],
  ['k7mq_w2xd', 'k7mq_w2xd'],
  ['', ''],
  ['///', ''],
])('%j, typed or pasted, asks for %j', (typed, code) => {
  expect(codeIn(typed)).toBe(code);
});

it.each(['', 'nothing', 'aaaa-aaaa', 'x'.repeat(43), '../../admin', '%'])('%j opens no course', async (code) => {
  expect(await findJoinable(ctx, code)).toBeNull();
  expect(codeOf(await joinCourse(ctx, await makePerson(ctx), { code }))).toBe('no-such-code');
});
