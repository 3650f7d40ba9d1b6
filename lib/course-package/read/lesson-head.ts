import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';
import { id, list, slug, words } from './fields';

const paragraphsAdvice = 'Write paragraphs as numbers: [3, 4].';

/** The front matter of a lesson. */
export const LessonHead = z.strictObject({
  id: id('l'),
  slug,
  title: words('the title of the lesson', 160),
  standfirst: words('one or two sentences that say why to read on', 600),
  minutes: z
    .number({ error: 'Write how many minutes it takes, such as 14.' })
    .int(stop('Write whole minutes.'))
    .positive(stop('Write how many minutes it takes.'))
    .max(600, stop('Write at most 600 minutes, or make two lessons of it.')),
  from: list(z.int(paragraphsAdvice).positive(paragraphsAdvice), 'the paragraphs').default([]),
  objectives: list(id('o'), 'the objectives').default([]),
  beyond: z.boolean({ error: 'Write true or false.' }).default(false),
  before: list(words('a question to read with', 500), 'the questions to read with').default([]),
  discussion: z
    .strictObject({ title: words('a title for the discussion', 200), prompt: words('the prompt (Markdown)', 5_000) })
    .nullish(),
});
