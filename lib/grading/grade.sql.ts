import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/**
 * The grade column of a quiz ($1) for a student ($2), and the student's row held until the transaction ends: two gradings of
 * one student queue here. No row where the quiz has no column or the enrolment is not a student's.
 */
export const holdGrade = statement(
  'hold_grade',
  z.object({ column_id: z.string(), column_points: z.number(), counts: z.enum(['best', 'last', 'first', 'average']) }),
  `select c.id as column_id, c.points as column_points, v.counts
   from enrolment e
   join grade_column c on c.quiz_id = $1::uuid
   join quiz q on q.id = c.quiz_id and q.course_id = e.course_id
   join quiz_version v on v.id = q.current_version_id
   where e.id = $2::uuid and e.role = 'student' for no key update of e`,
);

/** What a grade ($1 column, $2 enrolment) is now, the override that holds, and the graded attempts. */
export const gradeSources = statement(
  'grade_sources',
  z.object({
    version: z.number().nullable(),
    points: z.number().nullable(),
    max_points: z.number().nullable(),
    attempt_id: z.string().nullable(),
    overridden: z.boolean().nullable(),
    override_points: z.number().nullable(),
    attempts: z.array(z.object({ id: z.string(), n: z.number(), points: z.number(), maxPoints: z.number() })),
  }),
  `select g.version, g.points, g.max_points, g.attempt_id, g.overridden, o.points as override_points,
     coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'n', a.n, 'points', a.points, 'maxPoints', a.max_points) order by a.n)
       from attempt a where a.quiz_id = c.quiz_id and a.enrolment_id = $2::uuid and a.state = 'graded' and a.points is not null), '[]')
       as attempts
   from grade_column c
   left join grade g on g.column_id = c.id and g.enrolment_id = $2::uuid
   left join lateral (select points from grade_override
     where column_id = c.id and enrolment_id = $2::uuid and revoked_at is null order by at desc limit 1) o on true
   where c.id = $1::uuid`,
);

/** Writes a grade and its event: $1 column, $2 enrolment, $3 version, $4 points, $5 of, $6 overridden, $7 attempt, $8 source, $9 by, $10 why. */
export const writeGrade = statement(
  'write_grade',
  z.object({ version: z.number() }),
  `with written as (
     insert into grade (column_id, enrolment_id, version, points, max_points, overridden, attempt_id, updated_at)
     values ($1::uuid, $2::uuid, $3::int, $4::int, $5::int, $6::boolean, $7::uuid, app_now())
     on conflict (column_id, enrolment_id) do update set version = excluded.version, points = excluded.points,
       max_points = excluded.max_points, overridden = excluded.overridden, attempt_id = excluded.attempt_id,
       updated_at = excluded.updated_at
     returning version)
   insert into grade_event (column_id, enrolment_id, version, points, max_points, source, attempt_id, by_enrolment_id, reason, at)
   select $1::uuid, $2::uuid, version, $4::int, $5::int, $8, $7::uuid, $9::uuid, $10, app_now() from written
   returning version`,
);
