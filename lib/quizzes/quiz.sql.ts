import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { COUNTS, QUIZ_KINDS, SHOW_KEY, SHOW_SCORE } from './schema';

const allowance = z.object({
  opens_at: z.coerce.date().nullable(),
  closes_at: z.coerce.date().nullable(),
  extra_seconds: z.number(),
  factor: z.number(),
  extra_attempts: z.number(),
});

/** Of a quiz as it stands for somebody, what decides on showing them scores and key. */
export const release = {
  show_score: z.enum(SHOW_SCORE),
  show_key: z.enum(SHOW_KEY),
  attempts_allowed: z.number().nullable(),
  last_closes_at: z.date().nullable(),
  allowances: z.array(allowance),
  used: z.coerce.number(),
  open_id: z.string().nullable(),
};
export type ReleaseRow = z.infer<z.ZodObject<typeof release>>;

const QuizRow = z.object({
  ...release,
  quiz_id: z.string(),
  slug: z.string(),
  kind: z.enum(QUIZ_KINDS),
  hidden: z.boolean(),
  lesson_slug: z.string().nullable(),
  lesson_title: z.string().nullable(),
  beyond: z.boolean(),
  version_id: z.string(),
  title: z.string(),
  intro_html: z.string(),
  counts: z.enum(COUNTS),
  time_limit_seconds: z.number().nullable(),
  shuffle: z.boolean(),
  points: z.number(),
  opens_at: z.date().nullable(),
  closes_at: z.date().nullable(),
  questions: z.coerce.number(),
  time_factor: z.number(),
  /** The number of their latest attempt; 0 before the first. */
  last_n: z.coerce.number(),
  open_started_at: z.date().nullable(),
  open_deadline_at: z.date().nullable(),
});
export type QuizRow = z.infer<typeof QuizRow>;

/**
 * A quiz as it stands for an enrolment, in SQL: the version in force, exceptions (own before group), the last close of anybody,
 * attempts used, the open attempt. In a preview the attempts before it (`since`, else null) are not used ones. A `where` over
 * `q` follows. Arguments are columns and parameters ("$3::uuid"), never input.
 */
export const inEffectFor = (enrolment: string, since: string): string =>
  `select q.id as quiz_id, q.slug, q.kind, q.hidden_at is not null as hidden, l.slug as lesson_slug, lv.title as lesson_title,
     coalesce(lv.beyond, false) as beyond, v.id as version_id, v.title, v.intro_html, v.attempts_allowed, v.counts, v.time_limit_seconds, v.shuffle,
     v.show_score, v.show_key, v.points, q.opens_at, q.closes_at,
     greatest(q.closes_at, (select max(coalesce(x.closes_at, q.closes_at) + x.extra_seconds * interval '1 second')
       from quiz_exception x where x.quiz_id = q.id and q.closes_at is not null)) as last_closes_at,
     (select count(*) from item i where i.quiz_version_id = v.id) as questions,
     coalesce((select jsonb_agg(to_jsonb(x) order by x.enrolment_id is null) from quiz_exception x
       where x.quiz_id = q.id and (x.enrolment_id = e.id or x.group_id = e.group_id)), '[]') as allowances,
     coalesce(p.time_factor, 1) as time_factor,
     a.last_n, a.last_n - a.before as used,
     o.id as open_id, o.started_at as open_started_at, o.deadline_at as open_deadline_at
   from quiz q
   join quiz_version v on v.id = q.current_version_id
   join enrolment e on e.id = ${enrolment} and e.course_id = q.course_id
   left join person p on p.id = e.person_id
   left join lesson l on l.id = q.lesson_id
   left join lesson_version lv on lv.id = l.current_version_id
   cross join lateral (
     select coalesce(max(n), 0) as last_n, coalesce(max(n) filter (where started_at < ${since}), 0) as before
     from attempt where quiz_id = q.id and enrolment_id = e.id) a
   left join attempt o on o.quiz_id = q.id and o.enrolment_id = e.id and o.state = 'open'`;

/** Quizzes of a course ($1) in the outline's order, or the one with a slug ($2), for an enrolment ($3; $5: see above). Hidden ones come only where $4. */
export const quizzesInEffect = statement(
  'quizzes_in_effect',
  QuizRow,
  `${inEffectFor('$3::uuid', '$5::timestamptz')}
   where q.course_id = $1::uuid and ($2::text is null or q.slug = $2) and (q.hidden_at is null or $4::boolean)
   order by q.position, q.id`,
);

/** An enrolment's ($1) attempts at a quiz ($2), in a preview those since it began ($3, else null), latest first. Overdue ones show as ended at their deadline. */
export const ownAttempts = statement(
  'own_attempts',
  z.object({
    attempt_id: z.string(),
    n: z.number(),
    state: z.enum(['open', 'ended', 'submitted', 'graded']),
    started_at: z.date(),
    deadline_at: z.date().nullable(),
    submitted_at: z.date().nullable(),
    ended_by: z.enum(['student', 'deadline']).nullable(),
    points: z.number().nullable(),
    max_points: z.number(),
    counts: z.boolean(),
  }),
  `select a.id as attempt_id, a.n - b.n as n, case when t.overdue then 'ended' else a.state end as state, a.started_at, a.deadline_at,
     case when t.overdue then a.deadline_at else a.submitted_at end as submitted_at,
     case when t.overdue then 'deadline' else a.ended_by end as ended_by,
     a.points, a.max_points, coalesce(g.attempt_id = a.id, false) as counts
   from attempt a
   cross join lateral (select a.state = 'open' and coalesce(a.deadline_at < app_now(), false) as overdue) t
   cross join lateral (select coalesce(max(n), 0) as n from attempt
     where quiz_id = a.quiz_id and enrolment_id = a.enrolment_id and started_at < $3::timestamptz) b
   left join grade_column c on c.quiz_id = a.quiz_id
   left join grade g on g.column_id = c.id and g.enrolment_id = a.enrolment_id
   where a.enrolment_id = $1::uuid and a.quiz_id = $2::uuid and ($3::timestamptz is null or a.started_at >= $3::timestamptz)
   order by a.n desc`,
);
