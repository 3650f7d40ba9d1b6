import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';
import { THREAD_KINDS } from './schema';
import { seenBy } from './seen';
import { Place, placeColumns, placeJoins } from './thread.sql';

/**
 * $1 course, $2 enrolment, $3 group, $4 staff, $5 lesson's slug, $6 passage's key, $7 show, $8 how many, $9 from. Pinned ones first,
 * then by the newest post. Staffed: staff have answered, which asking is not. Counts are of what the viewer sees; unread are posts by others since the viewer's last reading.
 */
export const threadList = statement(
  'thread_list',
  z.object({
    id: z.string(),
    kind: z.enum(THREAD_KINDS),
    title: z.string(),
    author: z.string().nullable(),
    author_role: z.enum(ROLES).nullable(),
    pinned: z.boolean(),
    locked: z.boolean(),
    accepted: z.boolean(),
    ...Place,
    posts: z.coerce.number(),
    unread: z.coerce.number(),
    staffed: z.boolean(),
    last_at: z.coerce.date(),
    total: z.coerce.number(),
  }),
  `select t.id, t.kind, t.title, ap.display_name as author, ae.role as author_role, t.pinned_at is not null as pinned,
     t.locked_at is not null as locked, t.accepted_post_id is not null as accepted, ${placeColumns},
     n.posts, n.unread, coalesce(n.staffed, false) as staffed, n.last_at, count(*) over () as total
   from thread t ${placeJoins}
   left join enrolment ae on ae.id = t.enrolment_id left join person ap on ap.id = ae.person_id
   left join read_state rs on rs.thread_id = t.id and rs.enrolment_id = $2::uuid
   cross join lateral (
     select count(*) as posts, max(p.created_at) as last_at, bool_or(w.role <> 'student' and p.hidden_at is null and p.created_at > t.created_at) as staffed,
       count(*) filter (where p.enrolment_id is distinct from $2::uuid and (rs.read_at is null or p.created_at > rs.read_at)) as unread
     from post p left join enrolment w on w.id = p.enrolment_id
     where p.thread_id = t.id and p.deleted_at is null
       and ($4::boolean or p.hidden_at is null or p.enrolment_id = $2::uuid)
   ) n
   where t.course_id = $1::uuid and n.posts > 0 and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
     and ($5::text is null or l.slug = $5) and ($6::text is null or (pv.passage_id is not null and ps.key = $6))
     and case $7::text
       when 'unread' then n.unread > 0
       when 'unanswered' then t.kind = 'question' and t.accepted_post_id is null and t.locked_at is null and n.staffed is not true
       when 'mine' then exists (select 1 from post m where m.thread_id = t.id and m.enrolment_id = $2::uuid and m.deleted_at is null)
       else true end
   order by t.pinned_at is null, t.last_post_at desc, t.id
   limit $8::int offset $9::int`,
);

/** $1 course, $2 staff. The lessons to filter by. */
export const courseLessons = statement(
  'thread_lessons',
  z.object({ slug: z.string(), position: z.number(), title: z.string() }),
  `select l.slug, l.position, v.title from lesson l join lesson_version v on v.id = l.current_version_id
   where l.course_id = $1::uuid and ($2::boolean or l.hidden_at is null) order by l.position`,
);

/** $1 course, $2 passage's key, $3 staff. A passage as it stands in its lesson's current version. */
export const passageByKey = statement(
  'thread_passage',
  z.object({
    lesson_id: z.string(),
    version_id: z.string(),
    passage_id: z.string(),
    lesson_slug: z.string(),
    lesson_position: z.number(),
    lesson_title: z.string(),
    position: z.number(),
    text: z.string(),
  }),
  `select l.id as lesson_id, l.current_version_id as version_id, p.id as passage_id, l.slug as lesson_slug,
     l.position as lesson_position, lv.title as lesson_title, v.position, v.text
   from passage p join lesson l on l.id = p.lesson_id and l.course_id = $1::uuid
   join lesson_version lv on lv.id = l.current_version_id
   join passage_version v on v.passage_id = p.id and v.lesson_version_id = l.current_version_id
   where p.key = $2 and ($3::boolean or l.hidden_at is null) order by l.position limit 1`,
);

/** $1 course, $2 enrolment, $3 group, $4 staff, $5 after. Threads that others have written in since. */
export const newThreads = statement(
  'new_threads',
  z.object({ threads: z.coerce.number() }),
  `select count(*) as threads from thread t
   where t.course_id = $1::uuid and t.last_post_at > $5::timestamptz and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
     and exists (select 1 from post p where p.thread_id = t.id and p.created_at > $5::timestamptz and p.deleted_at is null
       and p.enrolment_id is distinct from $2::uuid and ($4::boolean or p.hidden_at is null))`,
);
