import { beforeAll, describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import { prove } from '@/lib/authz/enrolment';
import type { Viewer } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, type LaidCourse, layAttempt, layCourse } from '@/lib/testing/lessons';
import { ask, asStaff, later, must, write } from '@/lib/testing/threads';
import { hidePost } from '@/lib/threads/hide-post';
import { markAllNotifications, markNotifications } from './mark-notifications';
import { notify } from './notify';
import { countNotifications, listNotifications } from './queries';
import { InboxFilter, MarkNotifications } from './schema';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
const ALL = InboxFilter.parse({});
let course: LaidCourse;
let mina: Enrolment;
let leo: Enrolment;
let staff: Enrolment;

beforeAll(async () => {
  course = await layCourse(ctx, 'one', [{ slug: 'first', passages: 1, check: true }]);
  mina = await enrol(ctx, course, 'student', 'Mina');
  leo = await enrol(ctx, course, 'student', 'Leo');
  staff = await enrol(ctx, course, 'instructor', 'Park');
});

const viewerOf = async (me: Enrolment): Promise<Viewer> => {
  const { viewer } = await prove(ctx, { personId: me.personId, sessionVersion: 1 }, null);
  if (!viewer) throw new Error('no viewer');
  return viewer;
};
const unreadOf = async (me: Enrolment) =>
  (await prove(ctx, { personId: me.personId, sessionVersion: 1 }, null, true)).unread;

describe('the inbox', () => {
  it('says who replied where, what was graded, and leads there', async () => {
    const thread = await ask(ctx, mina, 'A question');
    const post = await write(later(ctx, 60), leo, thread.threadId, 'A reply');
    const attempt = await layAttempt(ctx, mina, 'check-first', 'submitted');
    const graded = { enrolmentId: mina.enrolmentId, reason: 'graded', event: `graded:${attempt.id}` } as const;
    await notify(later(ctx, 120), { ...graded, attemptId: attempt.id });
    await notify(later(ctx, 180), { ...graded, attemptId: attempt.id });
    const items = await listNotifications(ctx, await viewerOf(mina), ALL);
    expect(items).toMatchObject([
      { reason: 'graded', subject: 'Check: first', href: `/courses/one/attempts/${attempt.id}/review`, read: false },
      {
        reason: 'replied',
        words: 'Leo replied in your thread',
        subject: 'A question',
        href: `/courses/one/threads/${thread.threadId}#post-${post}`,
      },
    ]);
    expect(await unreadOf(mina)).toBe(2);
    expect(JSON.stringify(items)).not.toMatch(/@example\.test/);
  });

  it('loses its notice of a post that is hidden, and its count agrees', async () => {
    const thread = await ask(ctx, leo, 'Another');
    const post = await write(ctx, mina, thread.threadId, 'Something unkind');
    expect(await unreadOf(leo)).toBe(1);
    must(await hidePost(ctx, asStaff(staff), { post, reason: 'Unkind.' }));
    expect(await listNotifications(ctx, await viewerOf(leo), ALL)).toEqual([]);
    expect(await unreadOf(leo)).toBe(0);
  });

  it('is marked read, one or all, and unread again; nobody marks another’s', async () => {
    const viewer = await viewerOf(mina);
    const [first] = await listNotifications(ctx, viewer, ALL);
    const one = MarkNotifications.parse({ ids: first?.id, read: 'yes' });
    expect(must(await markNotifications(ctx, await viewerOf(leo), one)).ids).toEqual([]);
    expect(must(await markNotifications(ctx, viewer, one)).ids).toEqual([first?.id]);
    expect(must(await markNotifications(ctx, viewer, one)).ids).toEqual([]);
    expect((await listNotifications(ctx, viewer, { show: 'unread' })).map(({ id }) => id)).not.toContain(first?.id);
    const { ids } = must(await markAllNotifications(ctx, viewer, {}));
    expect(ids).toHaveLength(1);
    expect(await unreadOf(mina)).toBe(0);
    expect(must(await markNotifications(ctx, viewer, { ids, read: 'no' })).ids).toEqual(ids);
    expect(await unreadOf(mina)).toBe(1);
    expect(must(await countNotifications(ctx, viewer, { after: new Date(0) })).count).toBe(1);
    expect(must(await countNotifications(ctx, viewer, { after: later(ctx, 999).now })).count).toBe(0);
  });

  it('T-MASS-1 takes only ids and yes or no', () => {
    const id = ctx.newId();
    for (const bad of [
      { ids: id, read: true },
      { ids: { not: '' }, read: 'yes' },
      { ids: [], read: 'yes' },
      { ids: id, read: 'yes', readAt: '2020-01-01' },
    ]) {
      expect(MarkNotifications.safeParse(bad).success).toBe(false);
    }
  });
});
