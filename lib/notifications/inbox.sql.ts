import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/**
 * $1 person, $2 unread only. The newest two hundred. Ids, not words, are kept: what a notice says is what is so now, and a notice
 * whose thread or attempt is gone says nothing.
 */
export const inboxOf = statement(
  'inbox_of',
  z.object({
    id: z.string(),
    reason: z.enum(['replied', 'graded', 'announced']),
    created_at: z.coerce.date(),
    read_at: z.coerce.date().nullable(),
    slug: z.string(),
    course_title: z.string(),
    thread_id: z.string().nullable(),
    post_id: z.string().nullable(),
    thread_title: z.string().nullable(),
    thread_mine: z.boolean(),
    author: z.string().nullable(),
    attempt_id: z.string().nullable(),
    quiz_title: z.string().nullable(),
  }),
  `select n.id, n.reason, n.created_at, n.read_at, c.slug, c.title as course_title, n.thread_id, n.post_id, t.title as thread_title,
     coalesce(t.enrolment_id = e.id, false) as thread_mine, w.display_name as author, a.id as attempt_id, v.title as quiz_title
   from enrolment e join course c on c.id = e.course_id join notification n on n.enrolment_id = e.id
   left join thread t on t.id = n.thread_id
   left join post p on p.id = n.post_id
   left join enrolment pe on pe.id = p.enrolment_id left join person w on w.id = pe.person_id
   left join attempt a on a.id = n.attempt_id and a.enrolment_id = e.id left join quiz_version v on v.id = a.quiz_version_id
   where e.person_id = $1::uuid and e.ended_at is null and (not $2::boolean or n.read_at is null)
     and (t.id is not null or a.id is not null)
   order by n.created_at desc, n.id limit 200`,
);

/** $1 person, $2 after. */
export const newNotices = statement(
  'new_notices',
  z.object({ count: z.coerce.number() }),
  `select count(*) as count from notification n join enrolment e on e.id = n.enrolment_id
   where e.person_id = $1::uuid and e.ended_at is null and n.created_at > $2::timestamptz and n.read_at is null`,
);

/** $1 person, $2 ids, $3 when read (null: unread again). Only one's own. */
export const markNotices = statement(
  'mark_notices',
  z.object({ id: z.string() }),
  `update notification n set read_at = $3::timestamptz from enrolment e
   where e.id = n.enrolment_id and e.person_id = $1::uuid and n.id = any($2::text[]::uuid[])
     and (n.read_at is null) = ($3::timestamptz is not null) returning n.id`,
);

/** $1 person, $2 now. */
export const markAllNotices = statement(
  'mark_all_notices',
  z.object({ id: z.string() }),
  `update notification n set read_at = $2::timestamptz from enrolment e
   where e.id = n.enrolment_id and e.person_id = $1::uuid and n.read_at is null returning n.id`,
);
