import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { CHECK_OF_LESSON, QuizRow } from './outline.sql';
import { CourseReference, LessonFrame } from './schema';

const Neighbour = z.object({ slug: z.string(), title: z.string(), position: z.number() }).nullable();

/**
 * $1 course, $2 enrolment, $3 may see hidden lessons and checks, $4 now, $5 since when they preview the course (else null), $6
 * lesson's slug. What a lesson is to this reader: where it stands, how far they are, its check; and the name of its text, which
 * lessonText reads. `xmin` and `ctid` name a row as it stands: another of them stands after each change.
 */
export const lessonOfReader = statement(
  'lesson_of_reader',
  z.object({
    lesson_id: z.string(),
    slug: z.string(),
    position: z.number(),
    hidden: z.boolean(),
    part_title: z.string().nullable(),
    version_id: z.string(),
    course_row: z.string(),
    read_at: z.array(z.coerce.date().nullable()),
    lessons: z.coerce.number(),
    previous: Neighbour,
    next: Neighbour,
    check: QuizRow.nullable(),
  }),
  `select l.id as lesson_id, l.slug, l.position, l.hidden_at is not null as hidden, part.title as part_title,
     l.current_version_id as version_id, c.xmin || ' ' || c.ctid as course_row,
     (select coalesce(json_agg(pr.read_at order by pv.position), '[]')
       from passage_version pv
       left join progress pr on pr.passage_id = pv.passage_id and pr.enrolment_id = $2::uuid
       where pv.lesson_version_id = l.current_version_id) as read_at,
     (select count(*) from lesson o where o.course_id = l.course_id and o.current_version_id is not null
       and o.hidden_at is null) as lessons,
     (select json_build_object('slug', o.slug, 'title', ov.title, 'position', o.position)
       from lesson o join lesson_version ov on ov.id = o.current_version_id
       where o.course_id = l.course_id and o.position < l.position and (o.hidden_at is null or $3::boolean)
       order by o.position desc limit 1) as previous,
     (select json_build_object('slug', o.slug, 'title', ov.title, 'position', o.position)
       from lesson o join lesson_version ov on ov.id = o.current_version_id
       where o.course_id = l.course_id and o.position > l.position and (o.hidden_at is null or $3::boolean)
       order by o.position limit 1) as next,
     (select row_to_json(q) from (${CHECK_OF_LESSON}) q) as check
   from lesson l
   join course c on c.id = l.course_id
   left join part on part.id = l.part_id
   where l.course_id = $1::uuid and l.slug = $6::text and l.current_version_id is not null
     and (l.hidden_at is null or $3::boolean)`,
);

const Text = z.object({
  title: z.string(),
  standfirst: z.string(),
  minutes: z.number(),
  beyond: z.boolean(),
  html: z.string(),
  frame: LessonFrame,
  keys: z.array(z.string()),
  lengths: z.array(z.coerce.number()),
  objectives: CourseReference.shape.objectives,
  glossary: CourseReference.shape.glossary,
  cast: CourseReference.shape.cast,
  record: CourseReference.shape.record,
  language: z.string(),
});
export type LessonText = z.infer<typeof Text>;

// The entries of one part of the course's reference that this lesson links to. The names are ours, never input. Each entry is
// fetched by its path: `reference->part` would copy the whole part.
const used = (part: string, cards: string): string =>
  `(select coalesce(jsonb_object_agg(card.key, r.value), '{}')
     from jsonb_array_elements_text(coalesce(big.frame#>'{cards,${cards}}', '[]')) card (key)
     cross join lateral (select big.reference#>array['${part}', card.key] as value) r where r.value is not null)`;

/**
 * A version of a lesson ($1), the same for all its readers: its text, and of its course's reference the cards it uses. `big`
 * unpacks the two large JSON columns once (`offset 0` keeps it a step of its own): every `->` on a stored column would
 * decompress it anew.
 */
export const lessonText = statement(
  'lesson_text',
  Text,
  `select v.title, v.standfirst, v.minutes, v.beyond, v.html, big.frame, p.keys, p.lengths, c.language,
     (select coalesce(jsonb_agg(o.value), '[]') from jsonb_array_elements(coalesce(big.reference->'objectives', '[]')) o
       where big.frame->'objectives' ? (o.value->>'id')) as objectives,
     ${used('glossary', 'terms')} as glossary,
     ${used('cast', 'people')} as cast,
     ${used('record', 'records')} as record
   from lesson_version v
   join lesson l on l.id = v.lesson_id
   join course c on c.id = l.course_id
   cross join lateral (select c.reference#>'{}' as reference, v.frame#>'{}' as frame offset 0) big
   cross join lateral (
     select coalesce(json_agg(p.key order by pv.position), '[]') as keys,
       coalesce(json_agg(pv.length order by pv.position), '[]') as lengths
     from passage_version pv join passage p on p.id = pv.passage_id
     where pv.lesson_version_id = v.id
   ) p
   where v.id = $1::uuid`,
);
