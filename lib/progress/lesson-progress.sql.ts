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
 * counts as ended, whether or not the closer has been by. The subqueries run once a lesson: ten or twenty a course.
 */
export const lessonProgress = statement(
  'lesson_progress',
  Row,
  `select e.id as enrolment_id, l.id as lesson_id, l.slug, l.position, v.title, l.hidden_at is not null as hidden,
     p.keys, p.read_at, p.lengths, c.slug as check_slug, coalesce(c.ended, 0) as ended, coalesce(c.running, false) as running
   from enrolment e
   join lesson l on l.course_id = e.course_id and (l.hidden_at is null or (e.role <> 'student' and $3::timestamptz is null))
   join lesson_version v on v.id = l.current_version_id
   cross join lateral (
     select coalesce(array_agg(p.key order by pv.position), '{}') as keys,
       coalesce(array_agg(pr.read_at order by pv.position), '{}') as read_at,
       coalesce(array_agg(length(pv.text) order by pv.position), '{}') as lengths
     from passage_version pv join passage p on p.id = pv.passage_id
     left join progress pr on pr.passage_id = pv.passage_id and pr.enrolment_id = e.id
     where pv.lesson_version_id = v.id
   ) p
   left join lateral (
     select q.slug,
       count(a.id) filter (where a.state <> 'open' or a.deadline_at <= $2::timestamptz) as ended,
       bool_or(a.state = 'open' and (a.deadline_at is null or a.deadline_at > $2::timestamptz)) as running
     from quiz q left join attempt a on a.quiz_id = q.id and a.enrolment_id = e.id
       and ($3::timestamptz is null or a.started_at >= $3::timestamptz)
     where q.lesson_id = l.id and q.kind = 'check' and q.hidden_at is null and q.current_version_id is not null
     group by q.id order by q.position limit 1
   ) c on true
   where e.id = any($1::uuid[])
   order by e.id, l.position`,
);
