import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

/** A quiz of a course ($1) by slug ($2), with the version in force. */
export const summaryHead = statement(
  'summary_head',
  z.object({
    quiz_id: z.string(),
    slug: z.string(),
    title: z.string(),
    max_points: z.number(),
    students: z.coerce.number(),
  }),
  `select q.id as quiz_id, q.slug, v.title, v.points as max_points,
     (select count(*) from enrolment e where e.course_id = q.course_id and e.role = 'student' and e.ended_at is null) as students
   from quiz q join quiz_version v on v.id = q.current_version_id
   where q.course_id = $1::uuid and q.slug = $2`,
);

/**
 * Each student's first finished attempt at a quiz ($1), item by item. The first: later attempts are made with the feedback of
 * earlier ones and say less about the question. Previews by staff are left out.
 */
export const summaryResults = statement(
  'summary_results',
  z.object({
    enrolment_id: z.string(),
    attempt_id: z.string(),
    seed: z.string(),
    item_id: z.string(),
    question_id: z.string(),
    version_id: z.string(),
    points: z.number().nullable(),
    max_points: z.number(),
    payload: z.unknown(),
  }),
  `with first as (
     select distinct on (a.enrolment_id) a.id, a.enrolment_id, a.seed
     from attempt a join enrolment e on e.id = a.enrolment_id and e.role = 'student'
     where a.quiz_id = $1::uuid and a.state = 'graded'
     order by a.enrolment_id, a.n
   )
   select f.enrolment_id, f.id as attempt_id, f.seed, i.id as item_id, i.question_id, i.question_version_id as version_id,
     s.points, i.points as max_points, r.payload
   from first f
   join attempt_item i on i.attempt_id = f.id
   left join lateral (select distinct on (attempt_item_id) attempt_item_id, points from score_event
     where attempt_id = f.id order by attempt_item_id, id desc) s on s.attempt_item_id = i.id
   left join lateral (select distinct on (attempt_item_id) attempt_item_id, payload from response_event
     where attempt_id = f.id and kind = 'response' order by attempt_item_id, id desc) r on r.attempt_item_id = i.id
   order by f.enrolment_id, i.position`,
);

/**
 * The question versions that a quiz's finished attempts ($1) used, with the first passage that each cites. Their places are the
 * quiz's own, whatever order the papers were drawn in; null where the quiz no longer asks it.
 */
export const summaryQuestions = statement(
  'summary_questions',
  z.object({
    version_id: z.string(),
    question_id: z.string(),
    place: z.number().nullable(),
    replaced: z.boolean(),
    type: z.string(),
    stem_text: z.string(),
    content: z.unknown(),
    lesson_slug: z.string().nullable(),
    lesson_position: z.number().nullable(),
    passage_key: z.string().nullable(),
    passage_position: z.number().nullable(),
  }),
  `select distinct v.id as version_id, v.question_id, i.position as place, v.id is distinct from q.current_version_id as replaced, v.type, v.stem_text, v.content,
     l.slug as lesson_slug, l.position as lesson_position, g.key as passage_key, pv.position as passage_position
   from question_version v
   join question q on q.id = v.question_id
   left join item i on i.question_id = q.id
     and i.quiz_version_id = (select current_version_id from quiz where id = $1::uuid)
   left join citation c on c.question_version_id = v.id and c.position = 1
   left join anchor n on n.id = c.anchor_id
   left join passage g on g.id = n.passage_id
   left join lesson l on l.id = n.lesson_id
   left join passage_version pv on pv.passage_id = g.id and pv.lesson_version_id = l.current_version_id
   where v.id in (select i.question_version_id from attempt_item i join attempt a on a.id = i.attempt_id
     where a.quiz_id = $1::uuid and a.state = 'graded')`,
);
