import { z } from 'zod';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { statement } from '@/lib/kernel/sql';
import { CITED_CHARACTERS, type CitationLink } from './schema';

/** $1 versions of questions, $2 course: the passages they cite, as the lessons that students see have them now. */
const citationsOf = statement(
  'citations_of',
  z.object({
    version_id: z.string(),
    lesson_id: z.string(),
    lesson: z.string(),
    number: z.string(),
    passage: z.string(),
    words: z.string(),
  }),
  `select c.question_version_id as version_id, l.id as lesson_id, l.slug as lesson, l.position || '.' || pv.position as number,
     g.key as passage, left(coalesce(nullif(n.quote, ''), pv.text), ${CITED_CHARACTERS + 1}) as words
   from citation c
   join anchor n on n.id = c.anchor_id
   join lesson l on l.id = n.lesson_id and l.course_id = $2::uuid and l.hidden_at is null
   left join anchor_resolution m on m.anchor_id = n.id and m.lesson_version_id = l.current_version_id
   join passage g on g.id = coalesce(m.passage_id, n.passage_id)
   join passage_version pv on pv.passage_id = g.id and pv.lesson_version_id = l.current_version_id
   where c.question_version_id = any($1::uuid[])
   order by c.question_version_id, c.position`,
);

/**
 * What the lessons of the course `course` (SQL) are for its students, in one word: another word where one is written anew, moves,
 * or is hidden or shown again. A citation comes to a lesson with its passage, so this names all that `readCitations` reads.
 */
export const lessonsAsTheyStand = (course: string): string =>
  `(select coalesce(md5(string_agg(o.id || ' ' || o.slug || ' ' || o.position || ' ' || o.current_version_id, ',' order by o.id)), '')
     from lesson o where o.course_id = ${course} and o.hidden_at is null)`;

const kept = new Kept<readonly CitationLink[]>(5_000);

/**
 * The passages that each of these versions of questions cites, in order; none, no entry or an empty one. `lessons`: the word of
 * lessonsAsTheyStand. Kept in the process: with the word, a version's citations cannot change (they are written with it).
 */
export async function readCitations(
  ctx: Ctx,
  me: Enrolment,
  lessons: string,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CitationLink[]>> {
  const keyOf = (version: string): string => `${version} ${me.courseSlug} ${lessons}`;
  const found = new Map<string, readonly CitationLink[]>();
  const missing = new Map<string, CitationLink[]>();
  for (const id of versionIds) {
    const known = kept.get(keyOf(id));
    if (known) found.set(id, known);
    else missing.set(id, []);
  }
  if (missing.size === 0) return found;
  for (const row of await ctx.sql(citationsOf, [[...missing.keys()], me.courseId])) {
    missing.get(row.version_id)?.push({
      lessonId: row.lesson_id,
      passage: row.passage,
      label: row.number,
      href: `/courses/${me.courseSlug}/lessons/${row.lesson}?cited=${row.passage}#${row.passage}`,
      quoteText: row.words,
    });
  }
  for (const [id, links] of missing) found.set(id, kept.set(keyOf(id), links));
  return found;
}
