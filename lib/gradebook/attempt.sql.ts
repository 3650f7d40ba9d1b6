import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** An attempt ($2) in a course ($1), for staff. Its own times; an overdue one shows as ended at its deadline. */
export const attemptHead = statement(
  'staff_attempt_head',
  z.object({
    attempt_id: z.string(),
    enrolment_id: z.string(),
    student: z.string(),
    role: z.string(),
    quiz_slug: z.string(),
    quiz_title: z.string(),
    n: z.number(),
    seed: z.string(),
    state: z.enum(['in-progress', 'ended', 'to-grade', 'graded']),
    started_at: z.date(),
    deadline_at: z.date().nullable(),
    submitted_at: z.date().nullable(),
    ended_by: z.string().nullable(),
    receipt: z.string().nullable(),
    points: z.number().nullable(),
    max_points: z.number(),
  }),
  `select a.id as attempt_id, e.id as enrolment_id, coalesce(p.display_name, 'Former student') as student, e.role,
     q.slug as quiz_slug, v.title as quiz_title, a.n, a.seed,
     case when late.is then 'ended' when a.state = 'open' then 'in-progress'
          when a.state = 'submitted' or a.grading_needed then 'to-grade' else 'graded' end as state,
     a.started_at, a.deadline_at, case when late.is then a.deadline_at else a.submitted_at end as submitted_at,
     case when late.is then 'deadline' else a.ended_by end as ended_by, a.receipt, a.points, a.max_points
   from attempt a
   cross join lateral (select a.state = 'open' and coalesce(a.deadline_at < app_now(), false) as is) late
   join quiz q on q.id = a.quiz_id and q.course_id = $1::uuid
   join quiz_version v on v.id = a.quiz_version_id
   join enrolment e on e.id = a.enrolment_id
   left join person p on p.id = e.person_id
   where a.id = $2::uuid`,
);

/** The items of an attempt ($1): the frozen question with its key, and the latest score. */
export const attemptItems = statement(
  'staff_attempt_items',
  z.object({
    item_id: z.string(),
    position: z.number(),
    max_points: z.number(),
    type: z.string(),
    version: z.number(),
    stem_html: z.string(),
    explanation_html: z.string(),
    content: z.unknown(),
    points: z.number().nullable(),
    outcome: z.string().nullable(),
    source: z.string().nullable(),
  }),
  `select i.id as item_id, i.position, i.points as max_points, v.type, v.n as version, v.stem_html, v.explanation_html, v.content,
     s.points, s.outcome, s.source
   from attempt_item i
   join question_version v on v.id = i.question_version_id
   left join (select distinct on (attempt_item_id) attempt_item_id, points, outcome, source from score_event
     where attempt_id = $1::uuid order by attempt_item_id, id desc) s on s.attempt_item_id = i.id
   where i.attempt_id = $1::uuid
   order by i.position`,
);

/** Every row of an attempt's log ($1), oldest first: what was given, when, in which tab. */
export const attemptLog = statement(
  'staff_attempt_log',
  z.object({
    event_id: z.coerce.string(),
    item_id: z.string(),
    kind: z.enum(['response', 'flag']),
    client_id: z.string(),
    payload: z.unknown(),
    received_at: z.date(),
  }),
  `select id as event_id, attempt_item_id as item_id, kind, client_id, payload, received_at
   from response_event where attempt_id = $1::uuid order by id`,
);
