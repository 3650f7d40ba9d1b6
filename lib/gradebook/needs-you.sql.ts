import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';

const Named = z.array(z.object({ id: z.string(), name: z.string() }));

/**
 * $1 person, $2 now. For each course where they are staff: questions that no staff has answered and nobody has accepted a post
 * of; attempts that a person must grade; students not seen for a week (of those who joined longer ago). The oldest three of each.
 */
export const needsYou = statement(
  'needs_you',
  z.object({
    slug: z.string(),
    students: z.coerce.number(),
    questions: z.coerce.number(),
    first_questions: Named,
    attempts: z.coerce.number(),
    first_attempts: Named,
    quiet: z.coerce.number(),
    first_quiet: Named,
  }),
  `select c.slug, n.students, t.questions, t.first_questions, a.attempts, a.first_attempts, s.quiet, s.first_quiet
   from enrolment me join course c on c.id = me.course_id
   cross join lateral (select count(*) as students from enrolment e
     where e.course_id = c.id and e.role = 'student' and e.ended_at is null) n
   cross join lateral (
     select count(*) as questions, coalesce((array_agg(jsonb_build_object('id', id, 'name', title) order by created_at))[1:3], '{}') as first_questions
     from thread where course_id = c.id and kind = 'question' and accepted_post_id is null and locked_at is null
       and exists (select 1 from post o where o.thread_id = thread.id and o.hidden_at is null and o.deleted_at is null)
       and not exists (select 1 from post p join enrolment w on w.id = p.enrolment_id
         where p.thread_id = thread.id and w.role <> 'student' and p.deleted_at is null and p.hidden_at is null)
   ) t
   cross join lateral (
     select count(*) as attempts, coalesce((array_agg(jsonb_build_object('id', a.id, 'name', coalesce(p.display_name, 'A former student') || ', ' || v.title)
       order by a.submitted_at))[1:3], '{}') as first_attempts
     from attempt a join quiz q on q.id = a.quiz_id and q.course_id = c.id join quiz_version v on v.id = a.quiz_version_id
     join enrolment e on e.id = a.enrolment_id and e.role = 'student' left join person p on p.id = e.person_id
     where a.state = 'submitted'
   ) a
   cross join lateral (
     select count(*) as quiet, coalesce((array_agg(jsonb_build_object('id', e.id, 'name', p.display_name) order by seen.at))[1:3], '{}') as first_quiet
     from enrolment e join person p on p.id = e.person_id
     cross join lateral (select greatest(e.created_at, e.last_active_at,
       (select max(read_at) from progress where enrolment_id = e.id),
       (select max(coalesce(submitted_at, started_at)) from attempt where enrolment_id = e.id),
       (select max(created_at) from post where enrolment_id = e.id)) as at) seen
     where e.course_id = c.id and e.role = 'student' and e.ended_at is null and seen.at < $2::timestamptz - interval '7 days'
   ) s
   where me.person_id = $1::uuid and me.ended_at is null and me.role <> 'student'`,
);
