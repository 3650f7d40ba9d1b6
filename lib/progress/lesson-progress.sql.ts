import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

const Row = z.object({
  enrolment_id: z.string(),
  lesson_id: z.string(),
  slug: z.string(),
  position: z.number(),
  title: z.string(),
  hidden: z.boolean(),
  keys: z.array(z.string()),
  read_at: z.array(z.coerce.date().nullable()),
  lengths: z.array(z.coerce.number()),
  check_slug: z.string().nullable(),
  ended: z.coerce.number(),
  running: z.boolean(),
});
export type LessonProgressRow = z.infer<typeof Row>;

/**
 * $1 enrolments, $2 now, $3 since when they, staff, see the course as a student does (else null): then without hidden lessons
 * and earlier attempts. Every lesson of their courses with its passages in order, and its check. An attempt past its deadline
 * counts as ended, whether or not the closer has been by. Passages of all lessons are gathered in one go, as JSON, which the driver
 * reads in half the time of PostgreSQL's arrays; the checks one by one.
 */
export const lessonProgress = statement(
  'lesson_progress',
  Row,
  `select x.*, c.slug as check_slug, coalesce(c.ended, 0) as ended, coalesce(c.running, false) as running
   from (
     select e.id as enrolment_id, l.id as lesson_id, l.slug, l.position, v.title, l.hidden_at is not null as hidden,
       coalesce(json_agg(p.key order by pv.position) filter (where p.id is not null), '[]') as keys,
       coalesce(json_agg(pr.read_at order by pv.position) filter (where p.id is not null), '[]') as read_at,
       coalesce(json_agg(pv.length order by pv.position) filter (where p.id is not null), '[]') as lengths
     from enrolment e
     join lesson l on l.course_id = e.course_id and (l.hidden_at is null or (e.role <> 'student' and $3::timestamptz is null))
     join lesson_version v on v.id = l.current_version_id
     left join passage_version pv on pv.lesson_version_id = v.id
     left join passage p on p.id = pv.passage_id
     left join (select * from progress where enrolment_id = any($1::uuid[])) pr on pr.enrolment_id = e.id and pr.passage_id = p.id
     where e.id = any($1::uuid[])
     group by e.id, l.id, v.id
   ) x
   left join lateral (
     select q.slug,
       count(a.id) filter (where a.state <> 'open' or a.deadline_at <= $2::timestamptz) as ended,
       bool_or(a.state = 'open' and (a.deadline_at is null or a.deadline_at > $2::timestamptz)) as running
     from quiz q left join attempt a on a.quiz_id = q.id and a.enrolment_id = x.enrolment_id
       and ($3::timestamptz is null or a.started_at >= $3::timestamptz)
     where q.lesson_id = x.lesson_id and q.kind = 'check' and q.hidden_at is null and q.current_version_id is not null
     group by q.id order by q.position limit 1
   ) c on true
   order by x.enrolment_id, x.position`,
);
