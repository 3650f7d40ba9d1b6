import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** Ended attempts after an id ($1), in the order of ids, at most $2. */
export const attemptsToCheck = statement(
  'attempts_to_check',
  z.object({
    attempt_id: z.string(),
    enrolment_id: z.string(),
    seed: z.string(),
    state: z.enum(['submitted', 'graded']),
    grading_needed: z.boolean(),
    receipt: z.string().nullable(),
    points: z.number().nullable(),
    max_points: z.number(),
    where: z.string(),
  }),
  `select a.id as attempt_id, a.enrolment_id, a.seed, a.state, a.grading_needed, a.receipt, a.points, a.max_points,
     c.slug || ', ' || q.slug || ', attempt ' || a.n as where
   from attempt a join quiz q on q.id = a.quiz_id join course c on c.id = q.course_id
   where a.state <> 'open' and a.id > $1::uuid order by a.id limit $2::int`,
);

/** The latest score of each item of an attempt ($1), and how many scores it has. */
export const latestScores = statement(
  'latest_scores',
  z.object({
    item_id: z.string(),
    outcome: z.string(),
    fraction: z.number().nullable(),
    points: z.number().nullable(),
    max_points: z.number(),
    source: z.string(),
    scorer_version: z.number(),
    version_id: z.string(),
    event_id: z.coerce.string().nullable(),
  }),
  `select distinct on (attempt_item_id) attempt_item_id as item_id, outcome, fraction, points, max_points, source,
     scorer_version, question_version_id as version_id, response_event_id as event_id
   from score_event where attempt_id = $1::uuid order by attempt_item_id, id desc`,
);

/**
 * Who must have a grade, or has one: students with a graded attempt at a quiz with a column, and every grade there is. After
 * ($1 column, $2 enrolment), at most $3.
 */
export const gradesToCheck = statement(
  'grades_to_check',
  z.object({
    column_id: z.string(),
    enrolment_id: z.string(),
    column_points: z.number(),
    counts: z.enum(['best', 'last', 'first', 'average']).nullable(),
    event: z
      .object({
        version: z.number(),
        points: z.number().nullable(),
        max_points: z.number(),
        attempt_id: z.string().nullable(),
      })
      .nullable(),
    where: z.string(),
  }),
  `select k.column_id, k.enrolment_id, c.points as column_points, v.counts,
     (select jsonb_build_object('version', w.version, 'points', w.points, 'max_points', w.max_points, 'attempt_id', w.attempt_id)
       from grade_event w where w.column_id = k.column_id and w.enrolment_id = k.enrolment_id order by w.id desc limit 1) as event,
     course.slug || ', ' || coalesce(q.slug, c.title) || ', grade' as where
   from (select column_id, enrolment_id from grade
     union select c.id, a.enrolment_id from attempt a join grade_column c on c.quiz_id = a.quiz_id
       join enrolment e on e.id = a.enrolment_id and e.role = 'student' where a.state = 'graded') k
   join grade_column c on c.id = k.column_id
   join course on course.id = c.course_id
   left join quiz q on q.id = c.quiz_id
   left join quiz_version v on v.id = q.current_version_id
   where (k.column_id, k.enrolment_id) > ($1::uuid, $2::uuid)
   order by k.column_id, k.enrolment_id limit $3::int`,
);
