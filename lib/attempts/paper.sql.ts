import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { inEffectFor, release } from '@/lib/quizzes/quiz.sql';
import { lessonsAsTheyStand } from './citations';

// An attempt and all its items are one row, the items as JSON: whose attempt it is, is proven where they are read, and a page
// asks once.

const ownAttempt = {
  attempt_id: z.string(),
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
  receipt: z.string().nullable(),
  points: z.number().nullable(),
  max_points: z.number(),
};
const OwnAttempt = z.object(ownAttempt);
export type OwnAttempt = z.infer<typeof OwnAttempt>;

const OWN = `own.id as attempt_id, q.slug as quiz_slug, v.title as quiz_title, q.kind as quiz_kind,
     coalesce(lv.beyond, false) as beyond, own.n - b.n as n, own.seed,
     case when t.overdue then 'ended' else own.state end as state, own.started_at, own.deadline_at,
     case when t.overdue then own.deadline_at else own.submitted_at end as submitted_at,
     case when t.overdue then 'deadline' else own.ended_by end as ended_by, own.receipt, own.points, own.max_points`;
const FROM_OWN = `from attempt own
   join quiz q on q.id = own.quiz_id
   join quiz_version v on v.id = own.quiz_version_id
   left join lesson l on l.id = q.lesson_id
   left join lesson_version lv on lv.id = l.current_version_id
   cross join lateral (select own.state = 'open' and coalesce(own.deadline_at < app_now(), false) as overdue) t
   cross join lateral (select coalesce(max(n), 0) as n from attempt
     where quiz_id = own.quiz_id and enrolment_id = own.enrolment_id and started_at < $3::timestamptz) b`;
const WHICH = `where own.id = $1::uuid and own.enrolment_id = $2::uuid
     and ($3::timestamptz is null or own.started_at >= $3::timestamptz)`;

const standing = {
  item_id: z.string(),
  position: z.number(),
  version_id: z.string(),
  payload: z.unknown(),
  saved_at: z.coerce.date().nullable(),
  /** Not so where there is no response, nor where it was cleared; so where it was erased since. */
  answered: z.boolean(),
};

const STANDING = `'item_id', i.id, 'position', i.position, 'version_id', i.question_version_id, 'payload', r.payload,
       'saved_at', r.received_at, 'answered', coalesce(r.payload_hash <> $4, false)`;
// The log of an attempt is read once for all its items. It has no index by item: looking there item by item reads all of the
// log each time, and a student who types on saves hundreds of times.
const LATEST = `left join (select distinct on (attempt_item_id) attempt_item_id, id, payload, payload_hash, received_at, client_id
       from response_event where attempt_id = $1::uuid and kind = 'response' order by attempt_item_id, id desc) r
       on r.attempt_item_id = i.id`;
const FLAG = `left join (select distinct on (attempt_item_id) attempt_item_id, payload
       from response_event where attempt_id = $1::uuid and kind = 'flag' order by attempt_item_id, id desc) f
       on f.attempt_item_id = i.id`;

const paperItem = z.object({
  ...standing,
  points: z.number(),
  event_id: z.string().nullable(),
  client_id: z.string().nullable(),
  flagged: z.boolean(),
});
export type PaperItemRow = z.infer<typeof paperItem>;

/**
 * An attempt ($1) of an enrolment ($2) with what stands for each of its items: the latest response and flag of its log. In a
 * preview one since it began ($3, else null). $4: the hash of a cleared response. Overdue ones show as ended at their
 * deadline: reads never write.
 */
export const ownPaper = statement(
  'own_paper',
  z.object({ ...ownAttempt, items: z.array(paperItem) }),
  `select ${OWN},
     (select coalesce(json_agg(json_build_object(${STANDING}, 'points', i.points, 'event_id', r.id::text, 'client_id', r.client_id,
       'flagged', coalesce(f.payload = 'true'::jsonb, false)) order by i.position), '[]')
     from attempt_item i ${LATEST} ${FLAG} where i.attempt_id = own.id) as items
   ${FROM_OWN} ${WHICH}`,
);

const reviewItem = z.object({
  ...standing,
  event_id: z.string().nullable(),
  max_points: z.number(),
  points: z.number().nullable(),
});
export type ReviewItemRow = z.infer<typeof reviewItem>;

/** The same ($1 to $4) for a review: each item with its score, what the course's lessons are now, and what the quiz shows now. */
export const ownReview = statement(
  'own_review',
  z.object({
    ...ownAttempt,
    ...release,
    items: z.array(reviewItem),
    lessons: z.string(),
  }),
  `select ${OWN}, now.show_score, now.show_key, now.attempts_allowed, now.last_closes_at, now.allowances, now.used, now.open_id,
     (select coalesce(json_agg(json_build_object(${STANDING}, 'event_id', r.id::text, 'max_points', i.points, 'points', s.points) order by i.position), '[]')
     from attempt_item i ${LATEST}
     left join (select distinct on (attempt_item_id) attempt_item_id, points
       from score_event where attempt_id = $1::uuid order by attempt_item_id, id desc) s on s.attempt_item_id = i.id
     where i.attempt_id = own.id) as items,
     ${lessonsAsTheyStand('q.course_id')} as lessons
   ${FROM_OWN}
   cross join lateral (${inEffectFor('own.enrolment_id', '$3::timestamptz')} where q.id = own.quiz_id) now ${WHICH}`,
);
