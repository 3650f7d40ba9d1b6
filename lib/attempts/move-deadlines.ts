import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import { inEffect } from '@/lib/quizzes/queries';
import { quizzesInEffect } from '@/lib/quizzes/quiz.sql';
import { deadlineOf } from '@/lib/quizzes/rules';

const running = statement(
  'running_attempts',
  z.object({
    attempt_id: z.string(),
    enrolment_id: z.string(),
    started_at: z.date(),
    time_limit_seconds: z.number().nullable(),
  }),
  `select a.id as attempt_id, a.enrolment_id, a.started_at, v.time_limit_seconds
   from attempt a
   join quiz q on q.id = a.quiz_id and q.course_id = $1::uuid and q.slug = $2
   join quiz_version v on v.id = a.quiz_version_id
   join enrolment e on e.id = a.enrolment_id and e.role = 'student'
   where a.state = 'open' and (a.deadline_at is null or a.deadline_at >= app_now()) and ($3::uuid is null or e.id = $3::uuid)
   order by a.id for no key update of a`,
);

const setDeadline = statement(
  'set_deadline',
  z.object({ id: z.string() }),
  `update attempt set deadline_at = $2::timestamptz
   where id = $1::uuid and deadline_at is distinct from $2::timestamptz returning id`,
);

/**
 * Gives running attempts at a quiz (all, or one student's) the deadline that now follows from the quiz's close, their
 * exceptions, and the time limit they began with. An attempt whose time was up already stays ended. Returns how many moved.
 */
export async function moveDeadlines(
  ctx: Ctx,
  courseId: string,
  quizSlug: string,
  enrolmentId: string | null,
): Promise<number> {
  let moved = 0;
  for (const attempt of await ctx.sql(running, [courseId, quizSlug, enrolmentId])) {
    const [row] = await ctx.sql(quizzesInEffect, [courseId, quizSlug, attempt.enrolment_id, true, null]);
    if (!row) continue;
    const { times } = inEffect(row, attempt.time_limit_seconds);
    const set = await ctx.sql(setDeadline, [attempt.attempt_id, deadlineOf(times, attempt.started_at)]);
    moved += set.length;
  }
  return moved;
}
