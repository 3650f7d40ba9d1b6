import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';
import { THREAD_KINDS } from './schema';
import { seenBy } from './seen';

const Role = z.enum(ROLES).nullable();
const Post = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  author: z.string().nullable(),
  role: Role,
  mine: z.boolean(),
  at: z.string(),
  edited: z.string().nullable(),
  deleted: z.boolean(),
  hidden: z.boolean(),
  reason: z.string().nullable(),
  html: z.string().nullable(),
});

export const Place = {
  lesson_slug: z.string().nullable(),
  lesson_position: z.number().nullable(),
  lesson_title: z.string().nullable(),
  passage_key: z.string().nullable(),
  passage_position: z.number().nullable(),
};

/** Joins that say where a thread `t` belongs; a lesson that is hidden from the viewer is no place. $4: staff. */
export const placeJoins = `
   left join lesson l on l.id = t.lesson_id and ($4::boolean or l.hidden_at is null)
   left join lesson_version lv on lv.id = l.current_version_id
   left join anchor a on a.id = t.anchor_id and l.id is not null
   left join anchor_resolution r on r.anchor_id = a.id and r.lesson_version_id = l.current_version_id
   left join passage ps on ps.id = coalesce(r.passage_id, a.passage_id) and r.state is distinct from 'lost'
   left join passage_version pv on pv.passage_id = ps.id and pv.lesson_version_id = l.current_version_id`;
export const placeColumns = `l.slug as lesson_slug, l.position as lesson_position, lv.title as lesson_title,
     case when pv.passage_id is not null then ps.key end as passage_key, pv.position as passage_position`;

/**
 * $1 course, $2 enrolment, $3 group, $4 staff, $5 thread. The whole page in one statement. What is hidden reaches its author and
 * staff; to others it is a gap without name or words, and only where a reply hangs on it. Deleted words reach nobody. The posts
 * are json, not jsonb: they are only sent, and building jsonb of 200 posts takes longer than all the rest.
 */
export const threadById = statement(
  'thread_by_id',
  z.object({
    id: z.string(),
    kind: z.enum(THREAD_KINDS),
    title: z.string(),
    author_id: z.string().nullable(),
    pinned: z.boolean(),
    locked: z.boolean(),
    accepted: z.string().nullable(),
    read_at: z.coerce.date().nullable(),
    ...Place,
    anchored: z.boolean(),
    quote: z.string().nullable(),
    passage_text: z.string().nullable(),
    posts: z.array(Post),
  }),
  `select t.id, t.kind, t.title, t.enrolment_id as author_id, t.pinned_at is not null as pinned, t.locked_at is not null as locked,
     t.accepted_post_id as accepted, rs.read_at, ${placeColumns}, a.id is not null as anchored, a.quote,
     coalesce(pv.text, made.text) as passage_text, ps_.posts
   from thread t ${placeJoins}
   left join passage_version made on made.passage_id = a.passage_id and made.lesson_version_id = a.made_for_id
   left join read_state rs on rs.thread_id = t.id and rs.enrolment_id = $2::uuid
   cross join lateral (
     select coalesce(json_agg(json_build_object('id', p.id, 'parent', p.parent_id, 'mine', p.mine, 'at', p.created_at,
         'deleted', p.deleted_at is not null, 'hidden', p.hidden_at is not null,
         'author', case when p.open then w.display_name end, 'role', case when p.open then e.role end,
         'edited', case when p.open then p.edited_at end, 'html', case when p.open then p.html end,
         'reason', case when p.open then p.hidden_reason end) order by p.created_at, p.id), '[]') as posts
     from (select x.*, coalesce(x.enrolment_id = $2::uuid, false) as mine,
         x.deleted_at is null and ($4::boolean or x.hidden_at is null or coalesce(x.enrolment_id = $2::uuid, false)) as open
       from post x where x.thread_id = t.id) p
     left join enrolment e on e.id = p.enrolment_id left join person w on w.id = e.person_id
     where p.open or p.hidden_at is null or exists (select 1 from post c where c.parent_id = p.id and c.hidden_at is null)
   ) ps_
   where t.id = $5::uuid and t.course_id = $1::uuid and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}`,
);

/** $1 course, $2 enrolment, $3 group, $4 staff, $5 thread, $6 after. Posts by others that have come since. */
export const newPosts = statement(
  'new_posts',
  z.object({ posts: z.coerce.number(), first: z.string().nullable() }),
  `select count(*) as posts, (array_agg(p.id order by p.created_at))[1] as first from thread t join post p on p.thread_id = t.id
   where t.id = $5::uuid and t.course_id = $1::uuid and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
     and p.created_at > $6::timestamptz and p.deleted_at is null and p.enrolment_id is distinct from $2::uuid
     and ($4::boolean or p.hidden_at is null)`,
);

/** $1 course, $2 enrolment, $3 group, $4 staff, $5 thread. A row where the viewer may hear of it. */
export const seenThread = statement(
  'seen_thread',
  z.object({ id: z.string() }),
  `select t.id from thread t where t.id = $5::uuid and t.course_id = $1::uuid
     and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}`,
);
