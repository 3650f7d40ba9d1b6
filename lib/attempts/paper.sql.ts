import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

const OwnAttempt = z.object({
  attempt_id: z.string(),
  enrolment_id: z.string(),
  quiz_slug: z.string(),
  quiz_title: z.string(),
  quiz_kind: z.string(),
  beyond: z.boolean(),
  n: z.number(),
  seed: z.string(),
  state: z.enum(['open', 'ended', 'submitted', 'graded']),
  started_at: z.date(),
  deadline_at: z.date().nullable(),
  submitted_at: z.date().nullable(),
  ended_by: z.enum(['student', 'deadline']).nullable(),
  points: z.number().nullable(),
  max_points: z.number(),
});
export type OwnAttempt = z.infer<typeof OwnAttempt>;

/** An attempt ($1) of an enrolment ($2); in a preview one since it began ($3, else null). Overdue ones show as ended at their deadline: reads never write. */
export const ownAttempt = statement(
  'own_attempt',
  OwnAttempt,
  `select a.id as attempt_id, a.enrolment_id, q.slug as quiz_slug, v.title as quiz_title, q.kind as quiz_kind,
     coalesce(lv.beyond, false) as beyond, a.n - b.n as n, a.seed,
     case when t.overdue then 'ended' else a.state end as state, a.started_at, a.deadline_at,
     case when t.overdue then a.deadline_at else a.submitted_at end as submitted_at,
     case when t.overdue then 'deadline' else a.ended_by end as ended_by, a.points, a.max_points
   from attempt a
   join quiz q on q.id = a.quiz_id
   join quiz_version v on v.id = a.quiz_version_id
   left join lesson l on l.id = q.lesson_id
   left join lesson_version lv on lv.id = l.current_version_id
   cross join lateral (select a.state = 'open' and coalesce(a.deadline_at < app_now(), false) as overdue) t
   cross join lateral (select coalesce(max(n), 0) as n from attempt
     where quiz_id = a.quiz_id and enrolment_id = a.enrolment_id and started_at < $3::timestamptz) b
   where a.id = $1::uuid and a.enrolment_id = $2::uuid and ($3::timestamptz is null or a.started_at >= $3::timestamptz)`,
);

const current = {
  item_id: z.string(),
  event_id: z.coerce.string().nullable(),
  payload: z.unknown(),
  saved_at: z.date().nullable(),
  client_id: z.string().nullable(),
  flagged: z.boolean(),
};

const CURRENT = `r.id as event_id, r.payload, r.received_at as saved_at, r.client_id,
     coalesce(f.payload = 'true'::jsonb, false) as flagged`;
// The log of an attempt ($1) is read once for all its items. It has no index by item: looking there item by item reads all of
// the log each time, and a student who types on saves hundreds of times.
const LATEST = `left join (select distinct on (attempt_item_id) attempt_item_id, id, payload, received_at, client_id
     from response_event where attempt_id = $1::uuid and kind = 'response' order by attempt_item_id, id desc) r
     on r.attempt_item_id = i.id`;
const FLAG = `left join (select distinct on (attempt_item_id) attempt_item_id, payload
     from response_event where attempt_id = $1::uuid and kind = 'flag' order by attempt_item_id, id desc) f
     on f.attempt_item_id = i.id`;

/** What stands for each item of an attempt ($1): the latest response and flag of its log. */
export const currentResponses = statement(
  'current_responses',
  z.object(current),
  `select i.id as item_id, ${CURRENT}
   from attempt_item i ${LATEST} ${FLAG}
   where i.attempt_id = $1::uuid order by i.position`,
);

/** The items of an attempt ($1) with what stands for each, and the question as frozen, key included. */
export const paperItems = statement(
  'paper_items',
  z.object({
    ...current,
    position: z.number(),
    points: z.number(),
    type: z.string(),
    version_id: z.string(),
    content: z.unknown(),
    stem_html: z.string(),
  }),
  `select i.id as item_id, i.position, i.points, v.id as version_id, v.type, v.content, v.stem_html, ${CURRENT}
   from attempt_item i
   join question_version v on v.id = i.question_version_id ${LATEST} ${FLAG}
   where i.attempt_id = $1::uuid order by i.position`,
);

const cited = z.object({
  lesson_id: z.string(),
  lesson: z.string(),
  number: z.string(),
  passage: z.string(),
  quote: z.string(),
  text: z.string(),
});
export type CitedRow = z.infer<typeof cited>;

/** The same items ($1) for a review: score, explanation and citations with them. Citations of all of them in one go, as JSON that is sent on as it is. */
export const reviewItems = statement(
  'review_items',
  z.object({
    item_id: z.string(),
    position: z.number(),
    max_points: z.number(),
    type: z.string(),
    version_id: z.string(),
    content: z.unknown(),
    stem_html: z.string(),
    explanation_html: z.string(),
    payload: z.unknown(),
    saved_at: z.date().nullable(),
    points: z.number().nullable(),
    citations: z.array(cited),
  }),
  `select i.id as item_id, i.position, i.points as max_points, v.id as version_id, v.type, v.content, v.stem_html, v.explanation_html,
     r.payload, r.received_at as saved_at, s.points,
     coalesce(cited.citations, '[]') as citations
   from attempt_item i
   join question_version v on v.id = i.question_version_id
   ${LATEST}
   left join (select distinct on (attempt_item_id) attempt_item_id, points
     from score_event where attempt_id = $1::uuid order by attempt_item_id, id desc) s on s.attempt_item_id = i.id
   left join (
     select c.question_version_id, json_agg(json_build_object('lesson_id', l.id, 'lesson', l.slug,
       'number', l.position || '.' || pv.position, 'passage', g.key, 'quote', n.quote, 'text', pv.text) order by c.position) as citations
     from citation c
     join anchor n on n.id = c.anchor_id
     join lesson l on l.id = n.lesson_id and l.hidden_at is null
     left join anchor_resolution m on m.anchor_id = n.id and m.lesson_version_id = l.current_version_id
     join passage g on g.id = coalesce(m.passage_id, n.passage_id)
     join passage_version pv on pv.passage_id = g.id and pv.lesson_version_id = l.current_version_id
     where c.question_version_id in (select question_version_id from attempt_item where attempt_id = $1::uuid)
     group by c.question_version_id
   ) cited on cited.question_version_id = v.id
   where i.attempt_id = $1::uuid order by i.position`,
);
