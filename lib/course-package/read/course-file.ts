import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';
import { date, id, list, slug, words } from './fields';

/** course.yaml */
export const CourseFile = z.strictObject({
  id: id('c'),
  slug,
  title: words('the title of the course', 120),
  subtitle: words('the subtitle', 200).optional(),
  language: z
    .string({ error: 'Write the language, such as en.' })
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, stop('Write the language as a tag, such as en or pt-BR.'))
    .default('en'),
  description: words('a description (Markdown)', 10_000).default(''),
  source: z
    .strictObject({
      author: words('the author of the article', 200),
      title: words('the title of the article', 300),
      publisher: words('who published it', 200),
      series: words('the series', 200).optional(),
      date,
      paragraphs: z
        .number({ error: 'Write how many paragraphs the article has: ¶1 to that one may be cited.' })
        .int(stop('Write a whole number.'))
        .positive(stop('Write how many paragraphs the article has.'))
        .max(5_000, stop('At most 5000 paragraphs can be cited.')),
      url: z.url({ error: 'Write a web address that begins with https://.', protocol: /^https?$/ }).optional(),
    })
    .nullish(),
  objectives: list(
    z.strictObject({ id: id('o'), text: words('what a student can do at the end', 500) }),
    'the objectives',
  ).default([]),
  parts: list(
    z.strictObject({
      title: words('the title of the part', 120),
      lessons: list(id('l'), 'the ids of the part’s lessons'),
    }),
    'the parts, each with title and lessons,',
  ),
});
