import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import type { Sql } from '@/lib/kernel/sql';
import { inTransaction } from '@/lib/kernel/transaction';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, layCourse } from '@/lib/testing/lessons';
import { ask, asStaff, must, write } from '@/lib/testing/threads';
import { deletePost } from './delete-post';
import { editPost } from './edit-post';
import { hidePost, showPost } from './hide-post';
import { findThread } from './queries';

testDb();
const ctx = ctxAt('2026-09-01T10:00:00Z');
let mina: Enrolment;
let leo: Enrolment;
let assistant: Enrolment;
let thread: string;
let post: string;

beforeAll(async () => {
  const course = await layCourse(ctx, 'one', [{ slug: 'first', passages: 1 }]);
  mina = await enrol(ctx, course, 'student', 'Mina');
  leo = await enrol(ctx, course, 'student', 'Leo');
  assistant = await enrol(ctx, course, 'assistant', 'Ana');
});

beforeEach(async () => {
  thread = (await ask(ctx, mina, 'Do individual claims survive?')).threadId;
  post = await write(ctx, leo, thread, 'I think so.');
  await write(ctx, mina, thread, 'Why?', post);
});

const wordsFor = async (me: Enrolment, seen: Ctx = ctx) =>
  (await findThread(seen, me, thread))?.posts.find(({ id }) => id === post)?.html;
const edit = (seen: Ctx, markdown: string, version = 1) => editPost(seen, leo, { post, markdown, version });

/** The statements that looking at the thread takes. */
async function statements(me: Enrolment): Promise<string[]> {
  const names: string[] = [];
  const sql: Sql = (statement, values) => {
    names.push(statement.name);
    return ctx.sql(statement, values);
  };
  await findThread({ ...ctx, sql }, me, thread);
  return names;
}

it('reads the words of a thread once, whoever looks at it next', async () => {
  expect(await statements(mina)).toEqual(['thread_by_id', 'post_texts']);
  expect(await statements(assistant)).toEqual(['thread_by_id']);
  await write(ctx, mina, thread, 'One more.');
  expect(await statements(leo)).toEqual(['thread_by_id', 'post_texts']);
});

it('shows what an edited post says now, though its earlier words were kept', async () => {
  expect(await wordsFor(mina)).toContain('I think so.');
  must(await edit(ctx, 'I do not think so.'));
  expect(await wordsFor(mina)).toBe('<p>I do not think so.</p>');
  must(await edit(ctx, 'I think so.', 2));
  expect(await wordsFor(mina)).toBe('<p>I think so.</p>');
});

it('gives kept words to nobody from whom they have been hidden since, and again once they are shown', async () => {
  expect(await wordsFor(mina)).toContain('I think so.');
  must(await hidePost(ctx, asStaff(assistant), { post, reason: 'Names a classmate.' }));
  expect(await wordsFor(mina)).toBeNull();
  expect(await wordsFor(leo)).toContain('I think so.');
  expect(await wordsFor(assistant)).toContain('I think so.');
  must(await showPost(ctx, asStaff(assistant), { post }));
  expect(await wordsFor(mina)).toContain('I think so.');
});

it('gives kept words of a deleted post to nobody', async () => {
  expect(await wordsFor(mina)).toContain('I think so.');
  must(await deletePost(ctx, leo, { post }));
  for (const me of [mina, leo, assistant]) expect(await wordsFor(me)).toBeNull();
});

it('keeps nothing of an edit that was rolled back, whose number the next edit takes', async () => {
  const undone = inTransaction(ctx, async (inside) => {
    must(await edit(inside, 'Never said.'));
    expect(await wordsFor(mina, inside)).toContain('Never said.');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await wordsFor(mina)).toContain('I think so.');
  must(await edit(ctx, 'Said after all.'));
  expect(await wordsFor(mina)).toContain('Said after all.');
});
