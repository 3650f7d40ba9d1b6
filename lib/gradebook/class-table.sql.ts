import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** The graded quizzes of a course ($1), in the outline's order. */
export const classColumns = statement(
  'class_columns',
  z.object({
    column_id: z.string(),
    slug: z.string(),
    title: z.string(),
    /** Of the lesson that it is the check of. */
    lesson_position: z.number().nullable(),
    max_points: z.coerce.number(),
  }),
  `select c.id as column_id, q.slug, v.title, l.position as lesson_position, v.points as max_points
   from grade_column c
   join quiz q on q.id = c.quiz_id and q.hidden_at is null
   join quiz_version v on v.id = q.current_version_id
   left join lesson l on l.id = q.lesson_id and q.kind = 'check'
   where c.course_id = $1::uuid and c.kind = 'quiz'
   order by c.position, q.position, q.id`,
);

/**
 * Every student of a course ($1) with one entry a column ($2: column ids in order): grade, whether a person overrode it, and
 * how far the latest attempt is. Overdue attempts show as ended: reads never write. Students are numbered, in no order that
 * means anything, because all cells are sorted once, and ten thousand sort faster by a number than by an id. What most cells
 * have in common is left out, and the rest is JSON: for a thousand students the driver took 15 ms to read PostgreSQL's arrays,
 * and takes 5 for JSON.
 */
export const classRows = statement(
  'class_rows',
  z.object({
    enrolment_id: z.string(),
    name: z.string(),
    points: z.array(z.number().nullable()),
    /** The attempt that makes the grade, or else the latest. */
    attempts: z.array(z.string().nullable()),
    /** Which columns, from 1, have a grade that a person overrode. */
    overridden: z.array(z.number()),
    /** The state of a column, from 1, that is not simply graded. */
    ungraded: z.record(z.string(), z.enum(['not-started', 'in-progress', 'ended', 'to-grade'])),
  }),
  `with columns as (
     select c.id, c.quiz_id, wanted.position::int as position
     from unnest($2::uuid[]) with ordinality as wanted (id, position) join grade_column c on c.id = wanted.id
     where c.course_id = $1::uuid
   ), students as materialized (
     select e.id, row_number() over () as r, coalesce(p.display_name, 'Former student') as name
     from enrolment e left join person p on p.id = e.person_id
     where e.course_id = $1::uuid and e.role = 'student' and e.ended_at is null
   ), cells as (
     select distinct on (s.r, c.position) s.r, c.position, g.points, coalesce(g.overridden, false) as overridden,
       coalesce(g.attempt_id, a.id) as attempt_id,
       case when a.id is null then case when g.points is null then 'not-started' else 'graded' end
            when a.state = 'open' and a.deadline_at < app_now() then 'ended'
            when a.state = 'open' then 'in-progress'
            when a.state = 'submitted' or a.grading_needed then 'to-grade'
            else 'graded' end as state
     from students s
     cross join columns c
     left join grade g on g.column_id = c.id and g.enrolment_id = s.id
     left join attempt a on a.enrolment_id = s.id and a.quiz_id = c.quiz_id
     order by s.r, c.position, a.n desc
   )
   select s.id as enrolment_id, s.name, to_json(row.points) as points, to_json(row.attempts) as attempts,
     coalesce(row.overridden, '[]') as overridden, coalesce(row.ungraded, '{}') as ungraded
   from students s
   join (select r, array_agg(points order by position) as points, array_agg(attempt_id order by position) as attempts,
       json_agg(position) filter (where overridden) as overridden,
       json_object_agg(position, state) filter (where state <> 'graded') as ungraded
     from cells group by r) row on row.r = s.r`,
);

/** Students of a course ($1) where no quiz is graded yet: names alone. */
export const classNames = statement(
  'class_names',
  z.object({ enrolment_id: z.string(), name: z.string() }),
  `select e.id as enrolment_id, coalesce(p.display_name, 'Former student') as name
   from enrolment e left join person p on p.id = e.person_id
   where e.course_id = $1::uuid and e.role = 'student' and e.ended_at is null`,
);
