import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

const counted = z.object({
  item_id: z.string(),
  position: z.number(),
  points: z.number(),
  type: z.string(),
  version_id: z.string(),
  /** Of the version's row: another one where its content was altered behind our back. */
  xmin: z.string(),
  /** The response that counts: the latest of its item; null where there is none. */
  event_id: z.string().nullable(),
  payload: z.unknown(),
  payload_hash: z.string().nullable(),
});
export type CountedItem = z.infer<typeof counted>;

/** An ended attempt ($1): its items as frozen, each with the response that counts, and what decides on telling its score. `scores_shown` as the review sees it. */
export const endedAttempt = statement(
  'ended_attempt',
  z.object({
    attempt_id: z.string(),
    enrolment_id: z.string(),
    quiz_id: z.string(),
    seed: z.string(),
    role: z.string(),
    scores_shown: z.boolean(),
    items: z.array(counted),
  }),
  `select a.id as attempt_id, a.enrolment_id, a.quiz_id, a.seed, e.role, (v.show_score = 'submitted' or coalesce(
     greatest(q.closes_at, (select max(coalesce(x.closes_at, q.closes_at) + x.extra_seconds * interval '1 second')
       from quiz_exception x where x.quiz_id = q.id and q.closes_at is not null)) <= app_now(), false)) as scores_shown,
     (select coalesce(json_agg(json_build_object('item_id', i.id, 'position', i.position, 'points', i.points, 'type', v.type,
       'version_id', v.id, 'xmin', v.xmin::text, 'event_id', r.id::text, 'payload', r.payload, 'payload_hash', r.payload_hash)
       order by i.position), '[]')
     from attempt_item i
     join question_version v on v.id = i.question_version_id
     left join (select distinct on (attempt_item_id) attempt_item_id, id, payload, payload_hash from response_event
       where attempt_id = $1::uuid and kind = 'response' order by attempt_item_id, id desc) r on r.attempt_item_id = i.id
     where i.attempt_id = a.id) as items
   from attempt a
   join enrolment e on e.id = a.enrolment_id
   join quiz q on q.id = a.quiz_id
   join quiz_version v on v.id = q.current_version_id
   where a.id = $1::uuid and a.state <> 'open'`,
);

/**
 * Writes what scoring found for an attempt ($1): a score event an item ($2, JSON), and on the attempt the receipt ($3), the
 * total ($4, null while something waits for a person) and whether the machine must try again ($5).
 */
export const writeScores = statement(
  'write_scores',
  z.object({ id: z.string() }),
  `with scored as (
     insert into score_event (attempt_id, attempt_item_id, question_version_id, scorer_version, outcome, fraction, points,
       max_points, source, response_event_id, at)
     select $1::uuid, s.item_id, s.version_id, $6::int, s.outcome, s.fraction, s.points, s.max_points, 'automatic', s.event_id, app_now()
     from jsonb_to_recordset($2::jsonb) as s (item_id uuid, version_id uuid, outcome text, fraction float8, points int,
       max_points int, event_id bigint, position int) order by s.position)
   update attempt set receipt = $3, points = $4::int, grading_needed = $5::boolean,
     state = case when $4::int is null then 'submitted' else 'graded' end
   where id = $1::uuid returning id`,
);
