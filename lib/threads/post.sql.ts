import { z } from 'zod';
import { ROLES } from '@/lib/authz/roles';
import { statement } from '@/lib/kernel/sql';
import { THREAD_KINDS } from './schema';
import { seenBy } from './seen';

const Role = z.enum(ROLES).nullable();

/**
 * $1 course, $2 enrolment, $3 group, $4 staff, $5 thread. Locks the thread: writes to one thread come one after another, so that
 * a post committed later is also dated later, and "read up to" means what it says.
 */
export const lockedThread = statement(
  'locked_thread',
  z.object({
    id: z.string(),
    kind: z.enum(THREAD_KINDS),
    author_id: z.string().nullable(),
    locked: z.boolean(),
    pinned: z.boolean(),
    last_post_at: z.coerce.date(),
    opening_id: z.string().nullable(),
  }),
  `select t.id, t.kind, t.enrolment_id as author_id, t.locked_at is not null as locked, t.pinned_at is not null as pinned,
     t.last_post_at, (select o.id from post o where o.thread_id = t.id order by o.created_at, o.id limit 1) as opening_id
   from thread t where t.id = $5::uuid and t.course_id = $1::uuid and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
   for update of t`,
);

const columns = `p.id, p.thread_id, t.title as thread_title, p.parent_id, p.enrolment_id as author_id, w.display_name as author, e.role as author_role, p.markdown, p.html,
     p.version, p.created_at, p.edited_at, p.deleted_at is not null as deleted, p.hidden_at is not null as hidden, p.hidden_reason as reason,
     t.locked_at is not null as thread_locked, t.kind as thread_kind, t.enrolment_id as thread_author_id, t.accepted_post_id as accepted,
     not exists (select 1 from post o where o.thread_id = t.id and (o.created_at, o.id) < (p.created_at, p.id)) as opening`;
const PostRow = z.object({
  id: z.string(),
  thread_id: z.string(),
  thread_title: z.string(),
  parent_id: z.string().nullable(),
  author_id: z.string().nullable(),
  author: z.string().nullable(),
  author_role: Role,
  markdown: z.string(),
  html: z.string(),
  version: z.number(),
  created_at: z.coerce.date(),
  edited_at: z.coerce.date().nullable(),
  deleted: z.boolean(),
  hidden: z.boolean(),
  reason: z.string().nullable(),
  thread_locked: z.boolean(),
  thread_kind: z.enum(THREAD_KINDS),
  thread_author_id: z.string().nullable(),
  accepted: z.string().nullable(),
  opening: z.boolean(),
});
export type PostRow = z.infer<typeof PostRow>;

const text = `select ${columns}
   from post p join thread t on t.id = p.thread_id
   left join enrolment e on e.id = p.enrolment_id left join person w on w.id = e.person_id
   where p.id = $5::uuid and t.course_id = $1::uuid and ${seenBy({ me: '$2', group: '$3', staff: '$4' })}
     and p.deleted_at is null and ($4::boolean or p.hidden_at is null or p.enrolment_id = $2::uuid)`;

/** $1 course, $2 enrolment, $3 group, $4 staff, $5 post. One post that the viewer sees; a deleted one is seen by nobody. */
export const postById = statement('post_by_id', PostRow, text);
/** The same, for who is going to change it: its thread is locked. */
export const lockedPost = statement('locked_post', PostRow, `${text} for update of t, p`);
