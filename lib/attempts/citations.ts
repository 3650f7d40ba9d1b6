import { z } from 'zod';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { statement } from '@/lib/kernel/sql';
import { CITED_CHARACTERS, type CitationLink } from './schema';

/**
 * What the lessons of the course `course` (SQL) are for its students, in one word: another word where one is written anew, moves,
 * or is hidden or shown again. A citation comes to a lesson with its passage, so this names all that `readCitations` reads.
 */
export function lessonsAsTheyStand(course: string): string {
  return `(select coalesce(md5(string_agg(o.id || ' ' || o.slug || ' ' || o.position || ' ' || o.current_version_id, ',' order by o.id)), '')
     from lesson o where o.course_id = ${course} and o.hidden_at is null)`;
}

/** $1 versions of questions, $2 course: the passages they cite, as the lessons that students see have them; and which lessons those are. */
const citationsOf = statement(
  'citations_of',
  z.object({
    lessons: z.string(),
    citations: z.array(
      z.object({
        version_id: z.string(),
        lesson_id: z.string(),
        lesson: z.string(),
        number: z.string(),
        passage: z.string(),
        words: z.string(),
      }),
    ),
  }),
  `select ${lessonsAsTheyStand('$2::uuid')} as lessons,
     (select coalesce(json_agg(json_build_object('version_id', c.question_version_id, 'lesson_id', l.id, 'lesson', l.slug,
       'number', l.position || '.' || pv.position, 'passage', g.key,
       'words', left(coalesce(nullif(n.quote, ''), pv.text), ${CITED_CHARACTERS + 1})) order by c.question_version_id, c.position), '[]')
     from citation c
     join anchor n on n.id = c.anchor_id
     join lesson l on l.id = n.lesson_id and l.course_id = $2::uuid and l.hidden_at is null
     left join anchor_resolution m on m.anchor_id = n.id and m.lesson_version_id = l.current_version_id
     join passage g on g.id = coalesce(m.passage_id, n.passage_id)
     join passage_version pv on pv.passage_id = g.id and pv.lesson_version_id = l.current_version_id
     where c.question_version_id = any($1::uuid[])) as citations`,
);

const kept = new Kept<readonly CitationLink[]>(5_000);

export interface Citations {
  /** The lessons that these are true of, in the word of lessonsAsTheyStand: `lessons`, or what they have become meanwhile. */
  readonly lessons: string;
  /** By the question's version, in order; an empty list where there is none. */
  readonly of: ReadonlyMap<string, readonly CitationLink[]>;
}

/**
 * The passages that these versions of questions cite. `lessons`: the word of lessonsAsTheyStand that was read before. Kept in the
 * process: under that word a version's citations cannot change (they are written with it), so what was read under another is
 * never kept as this one's.
 */
export async function readCitations(
  ctx: Ctx,
  me: Enrolment,
  lessons: string,
  versionIds: readonly string[],
): Promise<Citations> {
  const keyOf = (version: string): string => `${version} ${me.courseSlug} ${lessons}`;
  const of = new Map<string, readonly CitationLink[]>();
  const missing = new Map<string, CitationLink[]>();
  for (const id of versionIds) {
    const known = kept.get(keyOf(id));
    if (known) of.set(id, known);
    else missing.set(id, []);
  }
  if (missing.size === 0) return { lessons, of };
  const [read] = await ctx.sql(citationsOf, [[...missing.keys()], me.courseId]);
  if (!read) throw new Error('a statement without a table gave no row');
  // The course was worked on between the two statements.
  if (read.lessons !== lessons) return readCitations(ctx, me, read.lessons, versionIds);
  for (const { version_id, lesson_id: lessonId, lesson, number: label, passage, words: quoteText } of read.citations) {
    const href = `/courses/${me.courseSlug}/lessons/${lesson}?cited=${passage}#${passage}`;
    missing.get(version_id)?.push({ lessonId, passage, label, href, quoteText });
  }
  for (const [id, links] of missing) of.set(id, kept.set(keyOf(id), links));
  return { lessons, of };
}
