import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';

/** $1 person. Their courses, the one last worked in first; notices unread in each. */
export const coursesOf = statement(
  'courses_of',
  z.object({
    enrolment_id: z.string(),
    role: z.enum(ROLES),
    slug: z.string(),
    title: z.string(),
    subtitle: z.string(),
    unread: z.coerce.number(),
  }),
  `select e.id as enrolment_id, e.role, c.slug, c.title, c.subtitle,
     (select count(*) from notification n where n.enrolment_id = e.id and n.read_at is null) as unread
   from enrolment e join course c on c.id = e.course_id
   where e.person_id = $1::uuid and e.ended_at is null
   order by coalesce(e.last_active_at, e.created_at) desc, c.title`,
);

/**
 * $1 enrolments (students'), $2 now. What has a closing time ahead, or runs now, and is not done: soonest first. Times are those in
 * effect for the enrolment. Attempts are counted: for a `not exists` beside an `or` the planner may read everybody's into a table.
 */
export const dueNext = statement(
  'due_next',
  z.object({
    course_slug: z.string(),
    course_title: z.string(),
    slug: z.string(),
    title: z.string(),
    closes_at: z.coerce.date().nullable(),
    deadline_at: z.coerce.date().nullable(),
    attempt_id: z.string().nullable(),
  }),
  `select c.slug as course_slug, c.title as course_title, q.slug, v.title, t.closes_at, a.deadline_at, a.id as attempt_id
   from enrolment e
   join course c on c.id = e.course_id
   join quiz q on q.course_id = c.id and q.hidden_at is null
   join quiz_version v on v.id = q.current_version_id
   left join quiz_exception mine on mine.quiz_id = q.id and mine.enrolment_id = e.id
   left join quiz_exception ours on ours.quiz_id = q.id and ours.group_id = e.group_id
   cross join lateral (select coalesce(mine.opens_at, ours.opens_at, q.opens_at) as opens_at,
     coalesce(mine.closes_at, ours.closes_at, q.closes_at) as closes_at) t
   left join attempt a on a.quiz_id = q.id and a.enrolment_id = e.id and a.state = 'open'
     and (a.deadline_at is null or a.deadline_at > $2::timestamptz)
   where e.id = any($1::uuid[]) and (a.id is not null or (t.closes_at > $2::timestamptz
     and (t.opens_at is null or t.opens_at <= $2::timestamptz)
     and (select count(*) from attempt d where d.quiz_id = q.id and d.enrolment_id = e.id) = 0))
   order by a.id is null, coalesce(a.deadline_at, t.closes_at) nulls last, q.position limit 5`,
);

/** $1 person, $2 time zone, $3 now. Days of the last seven on which they read or began an attempt, 0 = today. */
export const studyDays = statement(
  'study_days',
  z.object({ ago: z.coerce.number() }),
  `with mine as (select id from enrolment where person_id = $1::uuid and ended_at is null),
   today as (select ($3::timestamptz at time zone $2::text)::date as d)
   select distinct today.d - (at at time zone $2::text)::date as ago from today, (
     select read_at as at from progress where enrolment_id in (select id from mine) and read_at > $3::timestamptz - interval '8 days'
     union all
     select started_at from attempt where enrolment_id in (select id from mine) and started_at > $3::timestamptz - interval '8 days'
   ) done where today.d - (at at time zone $2::text)::date between 0 and 6`,
);
