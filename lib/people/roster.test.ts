import { describe, expect, it } from 'vitest';
import { proveByPerson } from '@/lib/authz/enrolment';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { asInstructor, codeOf, must } from '@/lib/testing/threads';
import { bringBack, changeRole, listRoster, removeFromCourse } from './roster';

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));

let courses = 0;
async function course() {
  const laid = await layCourse(ctx, `roster-${++courses}`, []);
  return { laid, me: asInstructor(await enrol(ctx, laid, 'instructor', 'Irma')) };
}
const teaching = (courseId: string): Promise<number> =>
  ctx.db.enrolment.count({ where: { courseId, role: 'instructor', endedAt: null } });

describe('the last instructor stays', () => {
  it('whether they remove themselves or take a lower role', async () => {
    const { laid, me } = await course();
    const enrolment = me.enrolmentId;
    expect(codeOf(await removeFromCourse(ctx, me, { enrolment }))).toBe('last-instructor');
    expect(codeOf(await changeRole(ctx, me, { enrolment, role: 'student' }))).toBe('last-instructor');
    expect(await teaching(laid.id)).toBe(1);
  });

  it('of two who remove each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { laid, me } = await course();
      const other = asInstructor(await enrol(ctx, laid, 'instructor', 'Ines'));
      const codes = await Promise.all([
        removeFromCourse(ctx, me, { enrolment: other.enrolmentId }),
        changeRole(ctx, other, { enrolment: me.enrolmentId, role: 'student' }),
      ]);
      expect(codes.map(codeOf).sort()).toEqual(['last-instructor', 'ok']);
      expect(await teaching(laid.id)).toBe(1);
    }
  });

  it('and may go when another was made one', async () => {
    const { laid, me } = await course();
    const student = await enrol(ctx, laid, 'student', 'Sam');
    must(await changeRole(ctx, me, { enrolment: student.enrolmentId, role: 'instructor' }));
    must(await removeFromCourse(ctx, me, { enrolment: me.enrolmentId }));
    expect(await teaching(laid.id)).toBe(1);
  });
});

describe('T-AUTHZ-4: a place in a course', () => {
  it('is another from the next request on when the role changes, and stands in the audit trail', async () => {
    const { laid, me } = await course();
    const sam = await enrol(ctx, laid, 'student', 'Sam');
    must(await changeRole(ctx, me, { enrolment: sam.enrolmentId, role: 'assistant' }));
    expect((await proveByPerson(ctx, sam.personId, laid.slug))?.role).toBe('assistant');
    const [row] = await ctx.db.audit.findMany({ where: { subjectId: sam.enrolmentId } });
    expect(row).toMatchObject({ act: 'enrolment.role-changed', actorId: me.personId, courseId: laid.id });
    expect(row?.detail).toEqual({ from: 'student', to: 'assistant' });
  });

  it('is gone from the next request on when somebody is removed, and back as it was when brought back', async () => {
    const { laid, me } = await course();
    const sam = await enrol(ctx, laid, 'assistant', 'Sam');
    must(await removeFromCourse(ctx, me, { enrolment: sam.enrolmentId }));
    expect(await proveByPerson(ctx, sam.personId, laid.slug)).toBeNull();
    expect(codeOf(await changeRole(ctx, me, { enrolment: sam.enrolmentId, role: 'instructor' }))).toBe('not-found');
    must(await bringBack(ctx, me, { enrolment: sam.enrolmentId }));
    expect((await proveByPerson(ctx, sam.personId, laid.slug))?.enrolmentId).toBe(sam.enrolmentId);
  });

  it('of another course is out of reach (T-AUTHZ-3)', async () => {
    const [{ me }, elsewhere] = [await course(), await course()];
    const enrolment = elsewhere.me.enrolmentId;
    expect(codeOf(await removeFromCourse(ctx, me, { enrolment }))).toBe('not-found');
    expect(codeOf(await changeRole(ctx, me, { enrolment, role: 'student' }))).toBe('not-found');
    expect(codeOf(await bringBack(ctx, me, { enrolment }))).toBe('not-found');
  });
});

it('lists who teaches first, then students by name, then who was removed', async () => {
  const { laid, me } = await course();
  const [zoe] = [await enrol(ctx, laid, 'student', 'Zoe'), await enrol(ctx, laid, 'student', 'Abe')];
  await enrol(ctx, laid, 'assistant', 'Tariq');
  const gone = await enrol(ctx, laid, 'student', 'Aaron');
  must(await removeFromCourse(ctx, me, { enrolment: gone.enrolmentId }));
  const rows = await listRoster(ctx, me);
  expect(rows.map(({ name }) => name)).toEqual(['Irma', 'Tariq', 'Abe', 'Zoe', 'Aaron']);
  expect(rows.filter(({ isMe }) => isMe).map(({ name }) => name)).toEqual(['Irma']);
  expect(rows.find(({ enrolmentId }) => enrolmentId === zoe.enrolmentId)?.email).toMatch(/^zoe\./);
});
