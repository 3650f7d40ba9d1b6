import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';
import { THREAD_KINDS } from './schema';
import { seenBy } from './seen';

const Ids = z.array(z.string()).nullable();
const byId = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema).nullable();

const Posts = z.object({
  ids: Ids,
  parents: z.array(z.string().nullable()).nullable(),
  times: Ids,
  authors: z.array(z.string().nullable()).nullable(),
  mine: Ids,
  deleted: Ids,
  hidden: Ids,
  wordless: Ids,
  /** Where it is another than 'student'. */
  roles: byId(z.enum(ROLES).nullable()),
  /** Where it is another than 1. */
  versions: byId(z.number()),
  edited: byId(z.string()),
  reasons: byId(z.string()),
});
export type PostColumns = z.infer<typeof Posts>;

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
 * $1 course, $2 enrolment, $3 group, $4 staff, $5 thread. The whole page but for the posts' words. What is hidden reaches its
 * author and staff; to others it is a gap without name or words, and only where a reply hangs on it. Deleted words reach nobody:
 * of the posts in `wordless` the viewer gets none. The posts are one array a column, in their order, and what is so of few of
 * them is said of those alone: 200 objects take PostgreSQL and us longer than all the rest. json, not jsonb: it is only sent.
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
    ...Posts.shape,
  }),
  `select t.id, t.kind, t.title, t.enrolment_id as author_id, t.pinned_at is not null as pinned, t.locked_at is not null as locked,
     t.accepted_post_id as accepted, rs.read_at, ${placeColumns}, a.id is not null as anchored, a.quote,
     coalesce(pv.text, made.text) as passage_text, ps_.*
   from thread t ${placeJoins}
   left join passage_version made on made.passage_id = a.passage_id and made.lesson_version_id = a.made_for_id
   left join read_state rs on rs.thread_id = t.id and rs.enrolment_id = $2::uuid
   cross join lateral (
     select json_agg(p.id) as ids, json_agg(p.parent_id) as parents, json_agg(p.created_at) as times, json_agg(p.author) as authors,
       json_agg(p.id) filter (where p.mine) as mine, json_agg(p.id) filter (where p.deleted_at is not null) as deleted,
       json_agg(p.id) filter (where p.hidden_at is not null) as hidden, json_agg(p.id) filter (where not p.open) as wordless,
       json_object_agg(p.id, p.role) filter (where p.role is distinct from 'student') as roles,
       json_object_agg(p.id, p.version) filter (where p.version <> 1) as versions,
       json_object_agg(p.id, p.edited_at) filter (where p.open and p.edited_at is not null) as edited,
       json_object_agg(p.id, p.hidden_reason) filter (where p.open and p.hidden_reason is not null) as reasons
     from (
       select x.id, x.parent_id, x.created_at, x.edited_at, x.deleted_at, x.hidden_at, x.hidden_reason, x.version, x.mine, x.open,
         case when x.open then w.display_name end as author, case when x.open then e.role end as role
       from (select y.*, coalesce(y.enrolment_id = $2::uuid, false) as mine,
           y.deleted_at is null and ($4::boolean or y.hidden_at is null or coalesce(y.enrolment_id = $2::uuid, false)) as open
         from post y where y.thread_id = t.id) x
       left join enrolment e on e.id = x.enrolment_id left join person w on w.id = e.person_id
       where x.open or x.hidden_at is null or exists (select 1 from post c where c.parent_id = x.id and c.hidden_at is null)
       order by x.created_at, x.id
     ) p
   ) ps_
   where t.id = $5::uuid and t.course_id = $1::uuid and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}`,
);

/** $1 thread, $2 posts of it whose words the viewer gets, as `threadById` said. */
export const postTexts = statement(
  'post_texts',
  z.object({ id: z.string(), version: z.number(), html: z.string() }),
  'select p.id, p.version, p.html from post p where p.thread_id = $1::uuid and p.id = any($2::uuid[])',
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
