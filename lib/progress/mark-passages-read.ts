import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { markRead } from './mark-read.sql';
import type { MarkLessonRead, MarkPassagesRead, ReadSoFar } from './schema';

const nothingHere = () => refuse('not-found', 'There is nothing here under this address.');

/**
 * Notes that passages of a lesson were read. Repeating it changes nothing: the first time stays. Ids that the lesson does not
 * have (any more) are passed over, unless none is left: then, and for a lesson that is not the reader's, 'not-found'.
 */
export async function markPassagesRead(
  ctx: Ctx,
  me: Enrolment,
  { lesson, passages }: MarkPassagesRead,
): Promise<Result<ReadSoFar, 'not-found'>> {
  const [row] = await ctx.sql(markRead, [
    me.courseId,
    lesson,
    me.enrolmentId,
    passages,
    me.role !== 'student',
    ctx.now,
  ]);
  return row && row.known > 0 ? done({ read: row.read, of: row.of }) : nothingHere();
}

/** Notes that a whole lesson was read. Harmless to repeat; 'not-found' for a lesson that is not the reader's. */
export async function markLessonRead(
  ctx: Ctx,
  me: Enrolment,
  { lesson }: MarkLessonRead,
): Promise<Result<ReadSoFar, 'not-found'>> {
  const [row] = await ctx.sql(markRead, [me.courseId, lesson, me.enrolmentId, null, me.role !== 'student', ctx.now]);
  return row ? done({ read: row.read, of: row.of }) : nothingHere();
}
