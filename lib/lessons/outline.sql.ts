import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { CourseReference, CourseSource } from './schema';

/** $1 course. Of the reference, which is unpacked once, only the objectives and how much there is: the whole of it can weigh 50 KB. */
export const outlineCourse = statement(
  'outline_course',
  z.object({
    slug: z.string(),
    title: z.string(),
    subtitle: z.string(),
    description_html: z.string(),
    source: CourseSource.nullable(),
    join_code: z.string(),
    join_open: z.boolean(),
    objectives: CourseReference.shape.objectives,
    terms: z.coerce.number(),
    people: z.coerce.number(),
    events: z.coerce.number(),
    records: z.coerce.number(),
    has_notes: z.boolean(),
  }),
  `select c.slug, c.title, c.subtitle, c.description_html, c.source, c.join_code, c.join_open,
     coalesce(big.reference->'objectives', '[]') as objectives,
     (select count(*) from jsonb_object_keys(coalesce(big.reference->'glossary', '{}'))) as terms,
     (select count(*) from jsonb_object_keys(coalesce(big.reference->'cast', '{}'))) as people,
     (select count(*) from jsonb_object_keys(coalesce(big.reference#>'{timeline,events}', '{}'))) as events,
     (select count(*) from jsonb_object_keys(coalesce(big.reference->'record', '{}'))) as records,
     coalesce(big.reference->>'notesHtml', '') <> '' as has_notes
   from course c cross join lateral (select c.reference#>'{}' as reference offset 0) big
   where c.id = $1::uuid`,
);

/** $1 course, $2 may see hidden lessons. In order of the parts, then of the lessons. */
export const outlineLessons = statement(
  'outline_lessons',
  z.object({
    lesson_id: z.string(),
    part_id: z.string().nullable(),
    part_title: z.string().nullable(),
    slug: z.string(),
    position: z.number(),
    hidden: z.boolean(),
    title: z.string(),
    standfirst: z.string(),
    minutes: z.number(),
    beyond: z.boolean(),
  }),
  `select l.id as lesson_id, part.id as part_id, part.title as part_title, l.slug, l.position,
     l.hidden_at is not null as hidden, v.title, v.standfirst, v.minutes, v.beyond
   from lesson l join lesson_version v on v.id = l.current_version_id left join part on part.id = l.part_id
   where l.course_id = $1::uuid and (l.hidden_at is null or $2::boolean)
   order by l.position`,
);

export const QuizRow = z.object({
  quiz_id: z.string(),
  lesson_id: z.string().nullable(),
  slug: z.string(),
  kind: z.enum(['check', 'quiz']),
  hidden: z.boolean(),
  title: z.string(),
  questions: z.coerce.number(),
  time_limit_seconds: z.number().nullable(),
  attempts_allowed: z.coerce.number().nullable(),
  opens_at: z.coerce.date().nullable(),
  closes_at: z.coerce.date().nullable(),
  ended: z.coerce.number(),
  running: z.boolean(),
  points: z.number().nullable(),
  max_points: z.number().nullable(),
});
export type QuizRow = z.infer<typeof QuizRow>;

/**
 * The quizzes of a course ($1) as an enrolment ($2) has them; $3 may see hidden ones, $4 now, $5 since when they preview the
 * course (else null): attempts before are not of it. Times are those in effect for this enrolment; the points of its
 * grade come along only where the quiz lets them be seen before it closes, or has closed for everybody.
 */
const QUIZZES = `select q.id as quiz_id, q.lesson_id, q.slug, q.kind, q.hidden_at is not null as hidden, v.title,
     (select count(*) from item i where i.quiz_version_id = v.id) as questions, v.time_limit_seconds,
     v.attempts_allowed + coalesce(mine.extra_attempts, 0) + coalesce(ours.extra_attempts, 0) as attempts_allowed,
     coalesce(mine.opens_at, ours.opens_at, q.opens_at) as opens_at,
     coalesce(mine.closes_at, ours.closes_at, q.closes_at) as closes_at,
     a.ended, a.running, g.points, g.max_points
   from quiz q
   join quiz_version v on v.id = q.current_version_id
   join enrolment e on e.id = $2::uuid and e.course_id = q.course_id
   left join quiz_exception mine on mine.quiz_id = q.id and mine.enrolment_id = e.id
   left join quiz_exception ours on ours.quiz_id = q.id and ours.group_id = e.group_id
   cross join lateral (
     select count(*) filter (where a.state <> 'open' or a.deadline_at <= $4::timestamptz) as ended,
       coalesce(bool_or(a.state = 'open' and (a.deadline_at is null or a.deadline_at > $4::timestamptz)), false) as running
     from attempt a where a.quiz_id = q.id and a.enrolment_id = e.id
       and ($5::timestamptz is null or a.started_at >= $5::timestamptz)
   ) a
   left join grade_column gc on gc.quiz_id = q.id
   left join grade g on g.column_id = gc.id and g.enrolment_id = e.id and (v.show_score = 'submitted'
     or greatest(q.closes_at, (select max(coalesce(x.closes_at, q.closes_at) + x.extra_seconds * interval '1 second')
       from quiz_exception x where x.quiz_id = q.id and q.closes_at is not null)) <= $4::timestamptz)
   where q.course_id = $1::uuid and (q.hidden_at is null or $3::boolean)`;

/** Parameters as QUIZZES has them. */
export const outlineQuizzes = statement('outline_quizzes', QuizRow, `${QUIZZES} order by q.position`);

/** The same for one lesson alone, `l.id` of the statement around it. */
export const CHECK_OF_LESSON = `${QUIZZES} and q.lesson_id = l.id order by q.position limit 1`;
