import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** A text of rows as one JSON array, which the driver reads in half the time of PostgreSQL's own. */
export const all = (rows: string): string => `(select coalesce(json_agg(x), '[]') from (${rows}) x)`;

/**
 * What the texts below read from `mine` (enrolments: id, course_id, role, and since when the course is seen as a student sees
 * it, else null), with $2 now. `tried`: their attempts; one past its deadline counts as ended, whether or not the closer has
 * been by. `stand`: how they stand to each quiz.
 */
export const ATTEMPTS_OF_MINE = `tried as materialized (
     select a.id, a.enrolment_id, a.quiz_id, a.started_at, a.deadline_at,
       a.state = 'open' and (a.deadline_at is null or a.deadline_at > $2::timestamptz) as running
     from mine join attempt a on a.enrolment_id = mine.id and (mine.since is null or a.started_at >= mine.since)
   ), stand as materialized (
     select enrolment_id, quiz_id, count(*) filter (where not running) as ended, bool_or(running) as running,
       (array_agg(id) filter (where running))[1] as attempt_id, max(deadline_at) filter (where running) as deadline_at
     from tried group by enrolment_id, quiz_id
   )`;

/** Every lesson of the courses of `mine`, with its check; its passages are those of its version. */
export const LESSONS_OF_MINE = `select m.id as enrolment_id, l.id as lesson_id, l.slug, l.position,
     l.hidden_at is not null as hidden, l.current_version_id as version_id,
     c.slug as check_slug, coalesce(s.ended, 0) as ended, coalesce(s.running, false) as running
   from mine m
   join lesson l on l.course_id = m.course_id and l.current_version_id is not null
     and (l.hidden_at is null or (m.role <> 'student' and m.since is null))
   left join (
     select distinct on (q.lesson_id) q.lesson_id, q.id, q.slug from mine join quiz q on q.course_id = mine.course_id
     where q.kind = 'check' and q.hidden_at is null and q.current_version_id is not null
     order by q.lesson_id, q.position
   ) c on c.lesson_id = l.id
   left join stand s on s.enrolment_id = m.id and s.quiz_id = c.id
   order by m.id, l.position`;
export const LessonRow = z.object({
  enrolment_id: z.string(),
  lesson_id: z.string(),
  slug: z.string(),
  position: z.number(),
  hidden: z.boolean(),
  version_id: z.string(),
  check_slug: z.string().nullable(),
  ended: z.number(),
  running: z.boolean(),
});

/** The passages that `mine` have read, and when, in milliseconds: two lists, since a name for each would be most of it. */
export const READ_BY_MINE = `(select json_build_object('passages', coalesce(json_agg(pr.passage_id), '[]'),
     'at', coalesce(json_agg(round(date_part('epoch', pr.read_at) * 1000)), '[]'))
   from mine join progress pr on pr.enrolment_id = mine.id)`;
export const Read = z.object({ passages: z.array(z.string()), at: z.array(z.number()) });

const Row = z.object({ lessons: z.array(LessonRow), read: Read });
export type LessonProgressRow = z.infer<typeof Row>;

/**
 * $1 enrolments of one person, $2 now, $3 since when they, staff, see the course as a student does (else null): then without
 * hidden lessons and earlier attempts.
 */
export const lessonProgress = statement(
  'lesson_progress',
  Row,
  `with mine as materialized (
     select id, course_id, role, $3::timestamptz as since from enrolment where id = any($1::uuid[])
   ), ${ATTEMPTS_OF_MINE}
   select ${all(LESSONS_OF_MINE)} as lessons, ${READ_BY_MINE} as read`,
);

/** Versions of lessons ($1): what of them no reader changes. */
export const lessonVersions = statement(
  'lesson_versions',
  z.object({
    id: z.string(),
    title: z.string(),
    ids: z.array(z.string()),
    keys: z.array(z.string()),
    lengths: z.array(z.number()),
  }),
  `select v.id, v.title, coalesce(p.ids, '[]') as ids, coalesce(p.keys, '[]') as keys, coalesce(p.lengths, '[]') as lengths
   from lesson_version v
   cross join lateral (
     select json_agg(p.id order by pv.position) as ids, json_agg(p.key order by pv.position) as keys,
       json_agg(pv.length order by pv.position) as lengths
     from passage_version pv join passage p on p.id = pv.passage_id where pv.lesson_version_id = v.id
   ) p
   where v.id = any($1::uuid[])`,
);
