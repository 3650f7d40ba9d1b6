import { z } from 'zod';
import { type Claims, prove } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import type { Topic } from '@/lib/live/ring';
import { seesThread } from '@/lib/threads/queries';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ASKED = new RegExp(`^(?:inbox|thread\\.${UUID}|threads\\.[a-z0-9-]{1,80}|attempts\\.${UUID})$`);

/** What a browser asks to hear: /api/live/inbox/thread.<id>/threads.<course>. */
export const LiveTopics = z.strictObject({ topic: z.array(z.string().regex(ASKED)).min(1).max(24) });

/**
 * Which of the topics asked for this session may hear, as it stands now: by the topic that rings, the words the browser used. Null
 * when the session is over.
 */
export async function topicsFor(
  ctx: Ctx,
  claims: Claims,
  asked: readonly string[],
): Promise<ReadonlyMap<Topic, string> | null> {
  const { viewer } = await prove(ctx, claims, null);
  if (!viewer) return null;
  const heard = new Map<Topic, string>();
  for (const words of new Set(asked)) {
    const topic = await topicOf(ctx, claims, words);
    if (topic) heard.set(topic, words);
  }
  return heard;
}

async function topicOf(ctx: Ctx, claims: Claims, words: string): Promise<Topic | null> {
  const [kind, id = ''] = words.split('.');
  if (kind === 'inbox') return `inbox:${claims.personId}`;
  if (kind === 'threads') {
    const { enrolment } = await prove(ctx, claims, id);
    return enrolment ? `threads:${enrolment.courseId}` : null;
  }
  const owner = { course: { select: { slug: true } } };
  if (kind === 'thread') {
    const thread = await ctx.db.thread.findUnique({ where: { id }, select: owner });
    const { enrolment } = await prove(ctx, claims, thread?.course.slug ?? null);
    return enrolment && (await seesThread(ctx, enrolment, id)) ? `thread:${id}` : null;
  }
  const quiz = await ctx.db.quiz.findUnique({ where: { id }, select: owner });
  const { enrolment } = await prove(ctx, claims, quiz?.course.slug ?? null);
  return enrolment && enrolment.role !== 'student' ? `attempts:${id}` : null;
}
