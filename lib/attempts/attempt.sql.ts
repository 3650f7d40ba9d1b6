import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** The items of a quiz version ($1) in the author's order, each with the version of its question that is in force. */
export const itemsToFreeze = statement(
  'items_to_freeze',
  z.object({ item_id: z.string(), question_id: z.string(), version_id: z.string(), points: z.number() }),
  `select i.id as item_id, i.question_id, q.current_version_id as version_id, i.points
   from item i join question q on q.id = i.question_id
   where i.quiz_version_id = $1::uuid and q.current_version_id is not null
   order by i.position`,
);

/**
 * Starts an attempt and freezes its paper, in one statement: $1 id, $2 enrolment, $3 quiz, $4 version, $5 n, $6 seed,
 * $7 deadline, $8 of points, $9 items (JSON). No row where another start was first: it waits for that one, and yields.
 */
export const freezeAttempt = statement(
  'freeze_attempt',
  z.object({ attempt_id: z.string() }),
  `with started as (
     insert into attempt (id, enrolment_id, quiz_id, quiz_version_id, n, state, seed, started_at, deadline_at, max_points)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, 'open', $6, app_now(), $7::timestamptz, $8::int)
     on conflict do nothing returning id
   ), frozen as (
     insert into attempt_item (id, attempt_id, position, item_id, question_id, question_version_id, points)
     select f.id, s.id, f.position, f.item_id, f.question_id, f.version_id, f.points
     from started s cross join jsonb_to_recordset($9::jsonb)
       as f (id uuid, position int, item_id uuid, question_id uuid, version_id uuid, points int)
   )
   select id as attempt_id from started`,
);

/** A save: see migration 0002. One call, one commit. */
export const saveEvent = statement(
  'save_event',
  z.object({
    outcome: z.enum(['saved', 'not-found', 'ended', 'sequence-used']),
    event_id: z.coerce.string().nullable(),
    saved_at: z.date().nullable(),
    other_id: z.coerce.string().nullable(),
    other_payload: z.unknown(),
    other_at: z.date().nullable(),
  }),
  `select * from save_response($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6::int, $7::bigint, $8::jsonb, $9,
     $10::int * interval '1 second')`,
);

/**
 * Ends an open attempt ($1) of an enrolment ($2; null: anybody's), for the reason $3 unless its time is up already. Takes the
 * attempt's row: saves wait behind it and are refused; and rings, on the bell's channel ($4). No row where it is not open (any more).
 */
export const endOpen = statement(
  'end_open',
  z.object({ submitted_at: z.date(), ended_by: z.enum(['student', 'deadline']), rung: z.string() }),
  `update attempt set state = 'submitted', grading_needed = true,
     submitted_at = case when deadline_at < app_now() then deadline_at else app_now() end,
     ended_by = case when deadline_at < app_now() then 'deadline' else $3 end
   where id = $1::uuid and ($2::uuid is null or enrolment_id = $2::uuid) and state = 'open'
   returning submitted_at, ended_by, coalesce(pg_notify($4::text, 'attempts:' || quiz_id)::text, '') as rung`,
);

/** What the receipt of an ended attempt ($1) of an enrolment ($2) says. $3: the hash of a cleared response. */
export const receiptRow = statement(
  'receipt_row',
  z.object({
    submitted_at: z.date(),
    receipt: z.string(),
    items: z.coerce.number(),
    answered: z.coerce.number(),
    ended_by: z.enum(['student', 'deadline']),
  }),
  `select a.submitted_at, a.receipt, a.ended_by, count(i.id) as items,
     count(r.payload_hash) filter (where r.payload_hash <> $3) as answered
   from attempt a
   join attempt_item i on i.attempt_id = a.id
   left join (select distinct on (attempt_item_id) attempt_item_id, payload_hash from response_event
     where attempt_id = $1::uuid and kind = 'response' order by attempt_item_id, id desc) r on r.attempt_item_id = i.id
   where a.id = $1::uuid and a.enrolment_id = $2::uuid and a.state <> 'open' and a.receipt is not null
   group by a.id`,
);

/** Open attempts past their deadline and the grace ($1 seconds), and ended ones that scoring failed on; oldest first. */
export const toClose = statement(
  'to_close',
  z.object({ attempt_id: z.string() }),
  `select id as attempt_id from attempt
   where (state = 'open' and deadline_at < app_now() - $1::int * interval '1 second') or grading_needed
   order by deadline_at limit 200`,
);

/** One of them ($2), held; no row where another closer holds it or it is done. */
export const holdToClose = statement(
  'hold_to_close',
  z.object({ open: z.boolean() }),
  `select state = 'open' as open from attempt
   where id = $2::uuid and ((state = 'open' and deadline_at < app_now() - $1::int * interval '1 second') or grading_needed)
   for no key update skip locked`,
);

/** Graded attempts of students whose scores were held back until a close that has come, within a week, and who were not told. */
export const toAnnounce = statement(
  'to_announce',
  z.object({ attempt_id: z.string(), enrolment_id: z.string() }),
  `select a.id as attempt_id, a.enrolment_id
   from quiz q
   join quiz_version v on v.id = q.current_version_id and v.show_score = 'closed'
   cross join lateral (select greatest(q.closes_at,
     (select max(coalesce(x.closes_at, q.closes_at) + x.extra_seconds * interval '1 second')
       from quiz_exception x where x.quiz_id = q.id)) as last) c
   join attempt a on a.quiz_id = q.id and a.state = 'graded'
   join enrolment e on e.id = a.enrolment_id and e.role = 'student'
   where q.closes_at <= app_now() and c.last between app_now() - interval '7 days' and app_now()
     and not exists (select 1 from notification n where n.enrolment_id = a.enrolment_id and n.event = 'graded:' || a.id)
   limit 200`,
);
