import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { type Opened, openingIds, openThread } from './open-thread';
import { findPassage, type PassageToDiscuss } from './queries';
import { isStaff } from './rules';
import type { CreateThread } from './schema';
import { writesTooMuch } from './written-lately';

/** How much of what stands around a quotation is kept with it, to find it again in a later version. */
const CONTEXT = 32;

/** Opens a thread for the course, for a lesson, or for a passage (or words of it). Sent twice, it is opened once. */
export async function createThread(
  ctx: Ctx,
  me: Enrolment,
  input: CreateThread,
): Promise<Result<Opened, 'not-found' | 'quote-not-found' | 'too-many'>> {
  return inTransaction(ctx, async (ctx) => {
    const ids = openingIds(me, input);
    const there = await ctx.db.thread.findFirst({ where: { id: ids.threadId, courseId: me.courseId } });
    if (there) return done(ids);
    const passage = input.passage ? await findPassage(ctx, me, input.passage) : null;
    if (input.passage && !passage) {
      return refuse(
        'not-found',
        'This passage is no longer in the course. Your words are kept; choose a lesson instead.',
      );
    }
    const start = passage && input.quote ? passage.text.indexOf(input.quote) : 0;
    if (start < 0) {
      return refuse('quote-not-found', 'The lesson has changed since, and these words are no longer in this passage.');
    }
    const lesson = input.lesson && !passage ? await findLesson(ctx, me, input.lesson) : null;
    if (input.lesson && !passage && !lesson) return refuse('not-found', 'There is no such lesson in this course.');
    const tooMuch = await writesTooMuch(ctx, me);
    if (tooMuch) return tooMuch;
    const anchorId = passage ? await layAnchor(ctx, passage, input.quote ?? '', start) : null;
    const lessonId = passage?.lessonId ?? lesson?.id ?? null;
    await openThread(ctx, me, { ...input, lessonId, anchorId });
    return done(ids);
  });
}

const findLesson = (ctx: Ctx, me: Enrolment, slug: string) =>
  ctx.db.lesson.findFirst({ where: { courseId: me.courseId, slug, ...(!isStaff(me) && { hiddenAt: null }) } });

async function layAnchor(ctx: Ctx, passage: PassageToDiscuss, quote: string, start: number): Promise<string> {
  const { text, lessonId, passageId, versionId: madeForId } = passage;
  const end = start + quote.length;
  const context = quote
    ? { prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) }
    : {};
  const { id } = await ctx.db.anchor.create({
    data: { id: ctx.newId(), lessonId, passageId, madeForId, quote, start, end, ...context },
  });
  return id;
}
