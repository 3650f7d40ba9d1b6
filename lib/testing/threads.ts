import { randomUUID } from 'node:crypto';
import type { Enrolment } from '@/lib/authz/enrolment';
import { enrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import type { Result } from '@/lib/kernel/result';
import { createPost } from '@/lib/threads/create-post';
import { createThread } from '@/lib/threads/create-thread';
import { CreatePost, CreateThread } from '@/lib/threads/schema';

/** The value of what must have gone well. */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.value;
}

/** The refusal's code, or "ok". */
export const codeOf = (result: Result<unknown, string>): string => (result.ok ? 'ok' : result.code);

export function asStaff(me: Enrolment) {
  const staff = enrolmentAs(me, ['assistant', 'instructor']);
  if (!staff) throw new Error('not staff');
  return staff;
}
export function asInstructor(me: Enrolment) {
  const instructor = enrolmentAs(me, ['instructor']);
  if (!instructor) throw new Error('not an instructor');
  return instructor;
}

/** Asks a question as its form would. */
export async function ask(ctx: Ctx, me: Enrolment, title: string, more: Record<string, unknown> = {}) {
  const input = { kind: 'question', title, markdown: `The words of ${title}`, once: randomUUID(), ...more };
  return must(await createThread(ctx, me, CreateThread.parse(input)));
}

/** Writes a post as its form would. */
export async function write(ctx: Ctx, me: Enrolment, thread: string, markdown: string, parent: string | null = null) {
  const input = { thread, markdown, once: randomUUID(), parent: parent ?? '' };
  return must(await createPost(ctx, me, CreatePost.parse(input))).postId;
}

/** The same ctx so many seconds later. */
export const later = (ctx: Ctx, seconds: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + seconds * 1_000),
});
