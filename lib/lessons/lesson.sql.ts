import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { CourseReference, LessonFrame } from './schema';

const Neighbour = z.object({ slug: z.string(), title: z.string(), position: z.number() }).nullable();

const Row = z.object({
  lesson_id: z.string(),
  slug: z.string(),
  position: z.number(),
  hidden: z.boolean(),
  part_title: z.string().nullable(),
  title: z.string(),
  standfirst: z.string(),
  minutes: z.number(),
  beyond: z.boolean(),
  html: z.string(),
  frame: LessonFrame,
  keys: z.array(z.string()),
  lengths: z.array(z.coerce.number()),
  read_at: z.array(z.coerce.date().nullable()),
  lessons: z.coerce.number(),
  previous: Neighbour,
  next: Neighbour,
  objectives: CourseReference.shape.objectives,
  glossary: CourseReference.shape.glossary,
  cast: CourseReference.shape.cast,
  record: CourseReference.shape.record,
  language: z.string(),
});
export type LessonRow = z.infer<typeof Row>;

// The entries of one part of the course's reference that this lesson links to. The names are ours, never input. Each entry is
// fetched by its path: `reference->part` would copy the whole part.
const used = (part: string, cards: string): string =>
  `(select coalesce(jsonb_object_agg(card.key, r.value), '{}')
     from jsonb_array_elements_text(coalesce(big.frame#>'{cards,${cards}}', '[]')) card (key)
     cross join lateral (select big.reference#>array['${part}', card.key] as value) r where r.value is not null)`;

/**
 * $1 course, $2 lesson's slug, $3 enrolment, $4 may see hidden lessons. The lesson as it stands, with the reader's progress,
 * its neighbours and the cards it uses: the whole page but its check and its threads, in one statement. `big` unpacks the two
 * large JSON columns once (`offset 0` keeps it a step of its own): every `->` on a stored column would decompress it anew.
 */
export const lessonBySlug = statement(
  'lesson_by_slug',
  Row,
  `select l.id as lesson_id, l.slug, l.position, l.hidden_at is not null as hidden, part.title as part_title,
     v.title, v.standfirst, v.minutes, v.beyond, v.html, big.frame, p.keys, p.lengths, p.read_at, c.language,
     (select count(*) from lesson o where o.course_id = l.course_id and o.current_version_id is not null
       and o.hidden_at is null) as lessons,
     (select jsonb_build_object('slug', o.slug, 'title', ov.title, 'position', o.position)
       from lesson o join lesson_version ov on ov.id = o.current_version_id
       where o.course_id = l.course_id and o.position < l.position and (o.hidden_at is null or $4::boolean)
       order by o.position desc limit 1) as previous,
     (select jsonb_build_object('slug', o.slug, 'title', ov.title, 'position', o.position)
       from lesson o join lesson_version ov on ov.id = o.current_version_id
       where o.course_id = l.course_id and o.position > l.position and (o.hidden_at is null or $4::boolean)
       order by o.position limit 1) as next,
     (select coalesce(jsonb_agg(o.value), '[]') from jsonb_array_elements(coalesce(big.reference->'objectives', '[]')) o
       where big.frame->'objectives' ? (o.value->>'id')) as objectives,
     ${used('glossary', 'terms')} as glossary,
     ${used('cast', 'people')} as cast,
     ${used('record', 'records')} as record
   from lesson l
   join course c on c.id = l.course_id
   join lesson_version v on v.id = l.current_version_id
   left join part on part.id = l.part_id
   cross join lateral (select c.reference#>'{}' as reference, v.frame#>'{}' as frame offset 0) big
   cross join lateral (
     select coalesce(json_agg(p.key order by pv.position), '[]') as keys,
       coalesce(json_agg(length(pv.text) order by pv.position), '[]') as lengths,
       coalesce(json_agg(pr.read_at order by pv.position), '[]') as read_at
     from passage_version pv join passage p on p.id = pv.passage_id
     left join progress pr on pr.passage_id = pv.passage_id and pr.enrolment_id = $3::uuid
     where pv.lesson_version_id = v.id
   ) p
   where l.course_id = $1::uuid and l.slug = $2::text and (l.hidden_at is null or $4::boolean)`,
);
