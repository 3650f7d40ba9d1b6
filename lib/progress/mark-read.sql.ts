import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/**
 * $1 course, $2 lesson's slug, $3 enrolment, $4 passage keys (null: all of them), $5 may see hidden lessons, $6 now.
 * One row where the lesson exists for the reader, none where it does not. Rows are put in by id, so that two tabs which
 * report the same passages cannot lock each other out.
 */
export const markRead = statement(
  'mark_read',
  z.object({ of: z.coerce.number(), known: z.coerce.number(), read: z.coerce.number() }),
  `with here as (
     select l.current_version_id as version_id from lesson l
     where l.course_id = $1::uuid and l.slug = $2::text and l.current_version_id is not null
       and (l.hidden_at is null or $5::boolean)
   ), mine as (
     select pv.passage_id, p.key, pr.read_at from here
     join passage_version pv on pv.lesson_version_id = here.version_id
     join passage p on p.id = pv.passage_id
     left join progress pr on pr.passage_id = pv.passage_id and pr.enrolment_id = $3::uuid
   ), put as (
     insert into progress (enrolment_id, passage_id, read_at)
     select $3::uuid, passage_id, $6::timestamptz from mine
     where read_at is null and ($4::text[] is null or key = any($4::text[]))
     order by passage_id
     on conflict do nothing returning passage_id
   ), seen as (
     update enrolment set last_active_at = $6::timestamptz
     where id = $3::uuid and exists (select 1 from mine where $4::text[] is null or key = any($4::text[]))
   )
   select (select count(*) from mine) as of,
     (select count(*) from mine where $4::text[] is null or key = any($4::text[])) as known,
     (select count(*) from mine where read_at is not null) + (select count(*) from put) as read
   from here`,
);
