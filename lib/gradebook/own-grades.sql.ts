import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/**
 * A student's ($2) grades in a course ($1), one row a graded quiz, with the rule that makes the grade. Points are held back
 * while the quiz shows scores only when it has closed for everybody, extensions included, and it has not: as in the review.
 */
export const ownGrades = statement(
  'own_grades',
  z.object({
    column_id: z.string(),
    quiz_slug: z.string(),
    title: z.string(),
    kind: z.string(),
    counts: z.string(),
    attempts_allowed: z.number().nullable(),
    max_points: z.number(),
    points: z.number().nullable(),
    overridden: z.boolean(),
    override_reason: z.string().nullable(),
    counted_attempt_id: z.string().nullable(),
    held: z.boolean(),
    /** When the last student's time is over; null where the quiz does not close. */
    shown_from: z.date().nullable(),
  }),
  `select c.id as column_id, q.slug as quiz_slug, v.title, q.kind, v.counts, v.attempts_allowed, coalesce(g.max_points, v.points) as max_points,
     case when held.is then null else g.points end as points, coalesce(g.overridden, false) as overridden,
     o.reason as override_reason, g.attempt_id as counted_attempt_id, held.is as held, closing.last as shown_from
   from grade_column c
   join quiz q on q.id = c.quiz_id and q.hidden_at is null
   join quiz_version v on v.id = q.current_version_id
   cross join lateral (select greatest(q.closes_at,
     (select max(coalesce(x.closes_at, q.closes_at) + x.extra_seconds * interval '1 second')
       from quiz_exception x where x.quiz_id = q.id and q.closes_at is not null)) as last) closing
   cross join lateral (select v.show_score = 'closed' and coalesce(closing.last > app_now(), true) as is) held
   left join grade g on g.column_id = c.id and g.enrolment_id = $2::uuid
   left join lateral (select reason from grade_override
     where column_id = c.id and enrolment_id = $2::uuid and revoked_at is null order by at desc limit 1) o on true
   where c.course_id = $1::uuid and c.kind = 'quiz'
   order by c.position, q.position, q.id`,
);
