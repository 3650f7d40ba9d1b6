import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { seenBy } from './seen';

// $1 course, $2 which lessons, $3 group (null: none), $4 staff, $5 enrolment. A lost anchor counts nowhere. Whose a thread is
// and what became of its posts is looked up for the threads of these lessons alone: `materialized` has them picked first.
const inLessons = (lessons: string): string =>
  `with there as materialized (
     select t.id, t.enrolment_id, t.group_id, coalesce(r.passage_id, a.passage_id) as passage_id
     from lesson l
     join anchor a on a.lesson_id = l.id
     join thread t on t.anchor_id = a.id and t.course_id = $1::uuid
     left join anchor_resolution r on r.anchor_id = a.id and r.lesson_version_id = l.current_version_id
     where l.course_id = $1::uuid and ${lessons} and r.state is distinct from 'lost')
   select p.key, count(*) as threads
   from there t
   join passage p on p.id = t.passage_id
   where ${seenBy({ me: '$5', group: '$3', staff: '$4' })}
     and exists (select 1 from post x where x.thread_id = t.id and x.deleted_at is null)
   group by p.key`;
const OfPassage = z.object({ key: z.string(), threads: z.coerce.number() });

/** As inLessons has it; $2 are ids. */
export const threadsByPassage = statement('threads_by_passage', OfPassage, inLessons('l.id = any($2::uuid[])'));

/** As inLessons has it; $2 is one slug. */
export const threadsInLesson = statement('threads_in_lesson', OfPassage, inLessons('l.slug = $2::text'));

/** $1 course, $2 enrolment, $3 group, $4 staff. The pinned ones, newest first. */
export const pinnedAnnouncements = statement(
  'pinned_announcements',
  z.object({
    id: z.string(),
    title: z.string(),
    created_at: z.coerce.date(),
    author: z.string().nullable(),
    unread: z.boolean(),
  }),
  `select t.id, t.title, t.created_at, p.display_name as author, (rs.read_at is null or rs.read_at < t.last_post_at) as unread
   from thread t
   left join enrolment e on e.id = t.enrolment_id left join person p on p.id = e.person_id
   left join read_state rs on rs.thread_id = t.id and rs.enrolment_id = $2::uuid
   where t.course_id = $1::uuid and t.kind = 'announcement' and t.pinned_at is not null
     and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
     and exists (select 1 from post x where x.thread_id = t.id and x.deleted_at is null)
   order by t.pinned_at desc limit 3`,
);
