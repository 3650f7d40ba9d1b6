import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Listener } from '@/lib/live/listen';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, type LaidCourse, layCourse } from '@/lib/testing/lessons';
import { ask, asStaff, must } from '@/lib/testing/threads';
import { hidePost } from '@/lib/threads/hide-post';
import { ringStream } from './live-stream';
import { LiveTopics, topicsFor } from './live-topics';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
let course: LaidCourse;
let mina: Enrolment;
let leo: Enrolment;
let staff: Enrolment;
let stranger: Enrolment;
let thread: { threadId: string; postId: string };
let quizId: string;

beforeAll(async () => {
  course = await layCourse(ctx, 'one', [{ slug: 'first', passages: 1, check: true }]);
  const elsewhere = await layCourse(ctx, 'two', [{ slug: 'first', passages: 1 }]);
  mina = await enrol(ctx, course, 'student', 'Mina');
  leo = await enrol(ctx, course, 'student', 'Leo');
  staff = await enrol(ctx, course, 'instructor', 'Park');
  stranger = await enrol(ctx, elsewhere, 'instructor', 'Stef');
  thread = await ask(ctx, mina, 'A question');
  quizId = (await ctx.db.quiz.findFirstOrThrow({ where: { courseId: course.id } })).id;
});

const heardBy = async (me: Enrolment, ...asked: string[]) => {
  const topics = await topicsFor(ctx, { personId: me.personId, sessionVersion: 1 }, asked);
  return topics && [...topics.values()];
};

describe('what may be heard', () => {
  it('T-AUTHZ is one’s own inbox, and the threads of one’s own courses', async () => {
    const all = [`thread.${thread.threadId}`, 'threads.one', 'inbox', `attempts.${quizId}`];
    expect(await heardBy(leo, ...all)).toEqual(all.slice(0, 3));
    expect(await heardBy(staff, ...all)).toEqual(all);
    expect(await heardBy(stranger, ...all)).toEqual(['inbox']);
    const topics = await topicsFor(ctx, { personId: leo.personId, sessionVersion: 1 }, ['inbox']);
    expect([...(topics ?? []).keys()]).toEqual([`inbox:${leo.personId}`]);
  });

  it('is not a thread whose opening post is hidden, but for its author and staff', async () => {
    const hidden = await ask(ctx, mina, 'To be hidden');
    must(await hidePost(ctx, asStaff(staff), { post: hidden.postId, reason: 'Off topic.' }));
    const topic = `thread.${hidden.threadId}`;
    expect(await heardBy(leo, topic)).toEqual([]);
    expect(await heardBy(mina, topic)).toEqual([topic]);
    expect(await heardBy(staff, topic)).toEqual([topic]);
  });

  it('is nothing once the session is over', async () => {
    expect(await topicsFor(ctx, { personId: leo.personId, sessionVersion: 0 }, ['inbox'])).toBeNull();
  });

  it('T-PRIS-1 is asked for by words of a known form only', () => {
    const good = ['inbox', `thread.${thread.threadId}`, 'threads.one'];
    expect(LiveTopics.safeParse({ topic: good }).success).toBe(true);
    for (const bad of ['inbox.x', 'thread.1', "threads.x'--", 'threads.', 'anything', 'thread.*']) {
      expect(LiveTopics.safeParse({ topic: [bad] }).success).toBe(false);
    }
    expect(LiveTopics.safeParse({ topic: Array.from({ length: 25 }, () => 'inbox') }).success).toBe(false);
  });
});

/** A listener that a test rings by hand. */
function bell() {
  const hearers = new Map<string, Set<() => void>>();
  const on: Listener = {
    subscribe(topic, hear) {
      const hearing = hearers.get(topic) ?? new Set();
      hearers.set(topic, hearing.add(hear));
      return () => hearing.delete(hear);
    },
    close: async () => {},
  };
  return { on, ring: (topic: string) => hearers.get(topic)?.forEach((hear) => void hear()), hearers };
}

describe('the stream', () => {
  const topics = new Map([['thread:x', 'thread.x'] as const]);
  const life = () => ({
    signal: new AbortController().signal,
    again: async () => topics,
    opened: vi.fn(),
    closed: vi.fn(),
  });
  async function read(stream: ReadableStream<Uint8Array>, until: RegExp): Promise<string> {
    const reader = stream.getReader();
    let text = '';
    while (!until.test(text)) {
      const { done, value } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    reader.releaseLock();
    return text;
  }

  it('says only that something rang, and beats while nothing does', async () => {
    const { on, ring } = bell();
    const stream = ringStream(on, topics, life(), { beat: 20, proof: 10_000 });
    ring('thread:x');
    ring('thread:other');
    const text = await read(stream, /: beat/);
    expect(text).toBe('retry: 3000\n\nevent: ring\ndata: thread.x\n\n: beat\n\n');
    await stream.cancel();
  });

  it('ends when the session does, and when the browser goes, and then holds nothing', async () => {
    const { on, hearers } = bell();
    const over = { ...life(), again: async () => null };
    const text = await read(ringStream(on, topics, over, { beat: 10_000, proof: 20 }), /never/);
    expect(text).toBe('retry: 3000\n\n');
    expect(over.closed).toHaveBeenCalledTimes(1);
    const gone = new AbortController();
    const left = { ...life(), signal: gone.signal };
    const stream = ringStream(on, topics, left, { beat: 10_000, proof: 10_000 });
    gone.abort();
    await read(stream, /never/);
    expect(left.closed).toHaveBeenCalledTimes(1);
    expect([...hearers.values()].every((each) => each.size === 0)).toBe(true);
  });

  it('stops hearing what is no longer allowed, and outlives a database that is away', async () => {
    const { on, ring, hearers } = bell();
    const both = new Map([['thread:x', 'thread.x'] as const, ['thread:y', 'thread.y'] as const]);
    const again = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(topics);
    const stream = ringStream(on, both, { ...life(), again }, { beat: 10_000, proof: 20 });
    await vi.waitFor(() => expect(hearers.get('thread:y')?.size).toBe(0));
    ring('thread:y');
    ring('thread:x');
    expect(await read(stream, /data/)).toBe('retry: 3000\n\nevent: ring\ndata: thread.x\n\n');
    await stream.cancel();
  });
});
