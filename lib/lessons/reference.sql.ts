import { z } from 'zod';
import { statement } from '@/lib/kernel/sql';
import { CourseReference, CourseSource, LessonFrame } from './schema';

/** $1 course. */
export const courseReference = statement(
  'course_reference',
  z.object({
    title: z.string(),
    language: z.string(),
    // A course that was never loaded from text has '{}'.
    reference: CourseReference.partial(),
    source: CourseSource.nullable(),
  }),
  'select c.title, c.language, c.reference, c.source from course c where c.id = $1::uuid',
);

/** $1 course, $2 may see hidden lessons. Which lessons use which cards. */
export const cardsOfLessons = statement(
  'cards_of_lessons',
  z.object({
    slug: z.string(),
    position: z.number(),
    title: z.string(),
    cards: LessonFrame.shape.cards,
    objectives: LessonFrame.shape.objectives,
  }),
  `select l.slug, l.position, v.title, v.frame->'cards' as cards, v.frame->'objectives' as objectives
   from lesson l join lesson_version v on v.id = l.current_version_id
   where l.course_id = $1::uuid and (l.hidden_at is null or $2::boolean) order by l.position`,
);
