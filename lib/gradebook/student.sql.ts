import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** A student ($2) of a course ($1), present or former. */
export const studentHead = statement(
  'student_head',
  z.object({
    enrolment_id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    joined_at: z.date(),
    ended_at: z.date().nullable(),
    last_active_at: z.date().nullable(),
  }),
  `select e.id as enrolment_id, coalesce(p.display_name, 'Former student') as name, p.email, e.created_at as joined_at,
     e.ended_at, greatest(e.last_active_at,
       (select max(read_at) from progress where enrolment_id = e.id),
       (select max(started_at) from attempt where enrolment_id = e.id),
       (select max(created_at) from post where enrolment_id = e.id)) as last_active_at
   from enrolment e left join person p on p.id = e.person_id
   where e.course_id = $1::uuid and e.id = $2::uuid and e.role = 'student'`,
);

/** Lessons of a course ($1) with how many of their passages a student ($2) has read. */
export const studentLessons = statement(
  'student_lessons',
  z.object({
    position: z.number(),
    slug: z.string(),
    title: z.string(),
    passages: z.coerce.number(),
    read: z.coerce.number(),
    last_read_at: z.date().nullable(),
  }),
  `select l.position, l.slug, v.title, count(pv.passage_id) as passages, count(r.passage_id) as read, max(r.read_at) as last_read_at
   from lesson l
   join lesson_version v on v.id = l.current_version_id
   join passage_version pv on pv.lesson_version_id = v.id
   left join progress r on r.passage_id = pv.passage_id and r.enrolment_id = $2::uuid
   where l.course_id = $1::uuid and l.hidden_at is null
   group by l.id, v.id order by l.position`,
);

/** Every attempt of a student ($2) in a course ($1), latest first. Overdue ones show as ended at their deadline. */
export const studentAttempts = statement(
  'student_attempts',
  z.object({
    attempt_id: z.string(),
    quiz_slug: z.string(),
    quiz_title: z.string(),
    n: z.number(),
    state: z.enum(['in-progress', 'ended', 'to-grade', 'graded']),
    started_at: z.date(),
    submitted_at: z.date().nullable(),
    ended_by: z.string().nullable(),
    points: z.number().nullable(),
    max_points: z.number(),
    counts: z.boolean(),
  }),
  `select a.id as attempt_id, q.slug as quiz_slug, v.title as quiz_title, a.n,
     case when a.state = 'open' and a.deadline_at < app_now() then 'ended' when a.state = 'open' then 'in-progress'
          when a.state = 'submitted' or a.grading_needed then 'to-grade' else 'graded' end as state,
     a.started_at, coalesce(a.submitted_at, case when a.deadline_at < app_now() then a.deadline_at end) as submitted_at,
     coalesce(a.ended_by, case when a.state = 'open' and a.deadline_at < app_now() then 'deadline' end) as ended_by,
     a.points, a.max_points, coalesce(g.attempt_id = a.id, false) as counts
   from attempt a
   join quiz q on q.id = a.quiz_id and q.course_id = $1::uuid
   join quiz_version v on v.id = a.quiz_version_id
   left join grade_column c on c.quiz_id = q.id
   left join grade g on g.column_id = c.id and g.enrolment_id = a.enrolment_id
   where a.enrolment_id = $2::uuid
   order by a.started_at desc, a.n desc`,
);

/** What a student ($2) wrote in a course ($1), latest first, at most fifty. Text is the Markdown as written. */
export const studentPosts = statement(
  'student_posts',
  z.object({
    post_id: z.string(),
    thread_id: z.string(),
    thread_title: z.string(),
    markdown: z.string(),
    created_at: z.date(),
    deleted: z.boolean(),
    hidden: z.boolean(),
  }),
  `select o.id as post_id, t.id as thread_id, t.title as thread_title, left(o.markdown, 400) as markdown, o.created_at,
     o.deleted_at is not null as deleted, o.hidden_at is not null as hidden
   from post o join thread t on t.id = o.thread_id and t.course_id = $1::uuid
   where o.enrolment_id = $2::uuid
   order by o.created_at desc limit 50`,
);
