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
 * Every student of a course ($1) with one array entry a column ($2: column ids in order): grade, whether a person overrode it,
 * and how far the latest attempt is. Overdue attempts show as ended: reads never write.
 */
export const classRows = statement(
  'class_rows',
  z.object({
    enrolment_id: z.string(),
    name: z.string(),
    points: z.array(z.number().nullable()),
    overridden: z.array(z.boolean()),
    /** The attempt that makes the grade, or else the latest. */
    attempts: z.array(z.string().nullable()),
    states: z.array(z.enum(['not-started', 'in-progress', 'ended', 'to-grade', 'graded'])),
  }),
  `with columns as (
     select c.id, c.quiz_id, wanted.position
     from unnest($2::uuid[]) with ordinality as wanted (id, position) join grade_column c on c.id = wanted.id
     where c.course_id = $1::uuid
   ), latest as (
     select distinct on (a.enrolment_id, a.quiz_id) a.enrolment_id, a.quiz_id, a.id,
       case when a.state = 'open' and a.deadline_at < app_now() then 'ended'
            when a.state = 'open' then 'in-progress'
            when a.state = 'submitted' or a.grading_needed then 'to-grade'
            else 'graded' end as state
     from attempt a join columns c on c.quiz_id = a.quiz_id
     order by a.enrolment_id, a.quiz_id, a.n desc
   )
   select e.id as enrolment_id, coalesce(p.display_name, 'Former student') as name,
     array_agg(g.points order by c.position) as points,
     array_agg(coalesce(g.overridden, false) order by c.position) as overridden,
     array_agg(coalesce(g.attempt_id, l.id) order by c.position) as attempts,
     array_agg(coalesce(l.state, case when g.points is null then 'not-started' else 'graded' end) order by c.position) as states
   from enrolment e
   left join person p on p.id = e.person_id
   cross join columns c
   left join grade g on g.column_id = c.id and g.enrolment_id = e.id
   left join latest l on l.enrolment_id = e.id and l.quiz_id = c.quiz_id
   where e.course_id = $1::uuid and e.role = 'student' and e.ended_at is null
   group by e.id, p.display_name`,
);

/** Students of a course ($1) where no quiz is graded yet: names alone. */
export const classNames = statement(
  'class_names',
  z.object({ enrolment_id: z.string(), name: z.string() }),
  `select e.id as enrolment_id, coalesce(p.display_name, 'Former student') as name
   from enrolment e left join person p on p.id = e.person_id
   where e.course_id = $1::uuid and e.role = 'student' and e.ended_at is null`,
);
