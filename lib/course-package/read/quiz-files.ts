import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';
import { id, list, slug, words } from './fields';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `Write one of: ${values.join(', ')}.` });

const attemptsAdvice = 'Write a number of attempts from 1 to 100, such as 2, or unlimited.';
const limitAdvice = 'Write minutes from 1 to 10080 (a week), such as 45, or none.';

/** quizzes/*.yaml */
export const QuizFile = z.strictObject({
  id: id('z'),
  slug,
  kind: oneOf(['check', 'quiz']),
  lesson: id('l').optional(),
  title: words('the title of the quiz', 200),
  intro: words('an introduction (Markdown)', 5_000).default(''),
  attempts: z.union(
    [z.literal('unlimited'), z.int(attemptsAdvice).positive(attemptsAdvice).max(100, attemptsAdvice)],
    attemptsAdvice,
  ),
  counts: oneOf(['best', 'last', 'first', 'average']),
  'time-limit': z.union([z.literal('none'), z.number().min(1, limitAdvice).max(10_080, limitAdvice)], limitAdvice),
  shuffle: z.boolean({ error: 'Write true or false.' }),
  'show-key': oneOf(['attempts-used', 'submitted', 'closed', 'never']),
  'show-score': oneOf(['submitted', 'closed']).default('submitted'),
  items: list(
    z.strictObject({
      question: id('q'),
      points: z
        .number({ error: 'Write how many points it is worth, such as 1.' })
        .nonnegative(stop('Points are 0 or more.'))
        .max(1_000, stop('At most 1000 points.'))
        .multipleOf(0.001, stop('Points have at most three decimals.')),
    }),
    'the items, each with question and points,',
  ).min(1, stop('Put at least one question into the quiz.')),
});
