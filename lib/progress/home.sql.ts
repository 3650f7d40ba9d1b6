import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';
import { ATTEMPTS_OF_MINE, all, LESSONS_OF_MINE, LessonRow, READ_BY_MINE, Read } from './lesson-progress.sql';

/** Their courses, the one last worked in first; notices unread in each. */
const COURSES = `select m.id as enrolment_id, m.role, c.slug, c.title, c.subtitle,
     (select count(*) from notification n where n.enrolment_id = m.id and n.read_at is null) as unread
   from mine m join course c on c.id = m.course_id
   order by m.active_at desc, c.title`;
const Course = z.object({
  enrolment_id: z.string(),
  role: z.enum(ROLES),
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  unread: z.number(),
});

/**
 * What has a closing time ahead, or runs now, and is not done, where they are students: soonest first. Times are those in effect
 * for the enrolment.
 */
const DUE = `select c.slug as course_slug, c.title as course_title, q.slug, v.title, t.closes_at, s.deadline_at, s.attempt_id
   from mine e
   join course c on c.id = e.course_id
   join quiz q on q.course_id = c.id and q.hidden_at is null
   join quiz_version v on v.id = q.current_version_id
   left join quiz_exception mine on mine.quiz_id = q.id and mine.enrolment_id = e.id
   left join quiz_exception ours on ours.quiz_id = q.id and ours.group_id = e.group_id
   cross join lateral (select coalesce(mine.opens_at, ours.opens_at, q.opens_at) as opens_at,
     coalesce(mine.closes_at, ours.closes_at, q.closes_at) as closes_at) t
   left join stand s on s.quiz_id = q.id and s.enrolment_id = e.id
   where e.role = 'student' and (s.running or (s.quiz_id is null and t.closes_at > $2::timestamptz
     and (t.opens_at is null or t.opens_at <= $2::timestamptz)))
   order by s.running is null, coalesce(s.deadline_at, t.closes_at) nulls last, q.position limit 5`;
const Due = z.object({
  course_slug: z.string(),
  course_title: z.string(),
  slug: z.string(),
  title: z.string(),
  closes_at: z.coerce.date().nullable(),
  deadline_at: z.coerce.date().nullable(),
  attempt_id: z.string().nullable(),
});

/** Days of the last seven on which they read or began an attempt, 0 = today, in the time zone $3; of a student. */
const DAYS = `(select coalesce(json_agg(distinct today.d - (done.at at time zone $3::text)::date), '[]')
   from (select ($2::timestamptz at time zone $3::text)::date as d) today, (
     select read_at as at from mine join progress on enrolment_id = id and read_at > $2::timestamptz - interval '8 days'
     union all
     select started_at from tried where started_at > $2::timestamptz - interval '8 days'
   ) done where exists (select from mine where role = 'student'))`;

/** $1 person, $2 now, $3 time zone. All of the home page that is the person's own, in one round trip and one row. */
export const home = statement(
  'home',
  z.object({
    courses: z.array(Course),
    lessons: z.array(LessonRow),
    read: Read,
    due: z.array(Due),
    days: z.array(z.number()),
  }),
  `with mine as materialized (
     select id, course_id, role, group_id, coalesce(last_active_at, created_at) as active_at, null::timestamptz as since
     from enrolment where person_id = $1::uuid and ended_at is null
   ), ${ATTEMPTS_OF_MINE}
   select ${all(COURSES)} as courses, ${all(LESSONS_OF_MINE)} as lessons, ${READ_BY_MINE} as read, ${all(DUE)} as due,
     ${DAYS} as days`,
);
