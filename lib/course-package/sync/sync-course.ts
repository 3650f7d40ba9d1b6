import { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { statement } from '@/lib/kernel/sql';
import { inTransaction } from '@/lib/kernel/transaction';
import type { CoursePackage } from '../package';
import { passageAddresses } from '../render/scope';
import { soundPart } from '../sound-part';
import { isLoaded } from './is-loaded';
import { emptyTally, type SyncReport } from './report';
import { syncHead } from './sync-head';
import { syncLessons } from './sync-lessons';
import { syncQuestions } from './sync-questions';
import { syncQuizzes } from './sync-quizzes';

const lockSyncs = statement(
  'lock_course_sync',
  z.object({ locked: z.string() }),
  "select pg_advisory_xact_lock(hashtext('course.sync:' || $1))::text as locked",
);

/**
 * Loads a course from its text, in one transaction: what is new is made, what changed gets a new version, what is gone is hidden,
 * and what is as it was is not touched. Attempts in progress keep what they had. Refuses an address that another course has.
 * `fingerprint` is remembered, so that the same text need not be looked at again (`isLoaded`). Must be the only writer of lessons.
 */
export async function syncCourse(
  ctx: Ctx,
  text: CoursePackage,
  { fingerprint, actorId = null }: { fingerprint?: string; actorId?: string | null } = {},
): Promise<Result<SyncReport, 'slug-taken' | 'nothing-to-load'>> {
  const course = soundPart(text);
  const { id: key, slug } = course.course;
  if (course.lessons.length === 0) {
    return refuse('nothing-to-load', 'No lesson of this course could be read. `course check` says why.');
  }
  return inTransaction(ctx, async (ctx) => {
    await ctx.sql(lockSyncs, [key]);
    const other = await ctx.db.course.findUnique({ where: { slug }, select: { key: true } });
    if (other && other.key !== key) {
      return refuse(
        'slug-taken',
        `Another course has the address ${slug} (its id is ${other.key}). Choose another slug.`,
      );
    }
    const wrote = emptyTally();
    const address = passageAddresses(course);
    const courseId = await syncHead(ctx, course, address, wrote);
    const passages = await syncLessons(ctx, courseId, course, address, wrote);
    const questions = await syncQuestions(ctx, courseId, course, address, passages, wrote);
    await syncQuizzes(ctx, courseId, course, address, questions, wrote);

    const changed = Object.values(wrote).some((n) => n > 0);
    if (changed) await ctx.db.course.update({ where: { id: courseId }, data: { syncedAt: ctx.now } });
    if (changed || (fingerprint !== undefined && !(await isLoaded(ctx, key, fingerprint)))) {
      await recordAct(ctx, {
        act: 'course.synced',
        actorId,
        courseId,
        subject: { type: 'course', id: courseId },
        detail: { ...(fingerprint !== undefined && { fingerprint }), ...wrote },
      });
    }
    const has = {
      lessons: course.lessons.length,
      passages: passages.size,
      questions: questions.size,
      quizzes: course.quizzes.length,
    };
    return done({ courseId, changed, has, wrote });
  });
}
