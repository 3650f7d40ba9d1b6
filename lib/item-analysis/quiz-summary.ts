import type { z } from 'zod';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { countOptions } from './options';
import { summaryHead, summaryQuestions, summaryResults } from './quiz-summary.sql';
import { discrimination, facility, spread, thirds, verdict } from './rules';

type Staff = EnrolmentAs<'assistant' | 'instructor'>;
type Result = z.infer<(typeof summaryResults)['row']>;
type Question = z.infer<(typeof summaryQuestions)['row']>;

/** One student's first finished attempt. */
interface Sitting {
  readonly points: number;
  readonly maxPoints: number;
  readonly results: readonly Result[];
}

/** Mean, spread and every question of a quiz, from first attempts. Null where the viewer's course has no such quiz. */
export async function findQuizSummary(ctx: Ctx, me: Staff, quizSlug: string) {
  const [head] = await ctx.sql(summaryHead, [me.courseId, quizSlug]);
  if (!head) return null;
  const [results, questions] = await Promise.all([
    ctx.sql(summaryResults, [head.quiz_id]),
    ctx.sql(summaryQuestions, [head.quiz_id]),
  ]);
  const sittings = sittingsOf(results);
  const { lower, upper } = thirds(sittings, (sitting) => sitting.points);
  return {
    quizId: head.quiz_id,
    slug: head.slug,
    title: head.title,
    maxPoints: head.max_points,
    students: head.students,
    sittings: sittings.length,
    spread: spread(sittings.map((sitting) => sitting.points)),
    /** Scores as fractions, for the histogram. */
    fractions: sittings.map((sitting) => (sitting.maxPoints > 0 ? sitting.points / sitting.maxPoints : 0)),
    questions: questions.map((question) => analyse(question, sittings, lower, upper)).toSorted(byPlace),
  };
}

/** As the quiz asks them; an earlier version after the present one; what is no longer asked at the end. */
const byPlace = (a: Placed, b: Placed): number =>
  (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) ||
  Number(a.replaced) - Number(b.replaced);
type Placed = Pick<Question, 'place' | 'replaced'>;

export type QuizSummary = NonNullable<Awaited<ReturnType<typeof findQuizSummary>>>;

function sittingsOf(results: readonly Result[]): Sitting[] {
  const byAttempt = new Map<string, Result[]>();
  for (const result of results) {
    const own = byAttempt.get(result.attempt_id);
    if (own) own.push(result);
    else byAttempt.set(result.attempt_id, [result]);
  }
  return [...byAttempt.values()].map((own) => ({
    points: own.reduce((sum, { points }) => sum + (points ?? 0), 0),
    maxPoints: own.reduce((sum, { max_points }) => sum + max_points, 0),
    results: own,
  }));
}

function analyse(
  question: Question,
  sittings: readonly Sitting[],
  lower: readonly Sitting[],
  upper: readonly Sitting[],
) {
  const own = (from: readonly Sitting[]) =>
    from.flatMap((sitting) => {
      const result = sitting.results.find((each) => each.version_id === question.version_id);
      return result ? [{ sitting, result }] : [];
    });
  const all = own(sittings);
  const itemResults = all.map(({ sitting, result }) => {
    const rest = sitting.maxPoints - result.max_points;
    const points = result.points ?? 0;
    return {
      item: result.max_points > 0 ? points / result.max_points : 0,
      rest: rest > 0 ? (sitting.points - points) / rest : 0,
    };
  });
  const given = (from: readonly Sitting[]) =>
    own(from).map(({ sitting, result }) => ({
      attemptSeed: result.seed,
      itemId: result.item_id,
      response: result.payload ?? null,
      sitting,
    }));
  const facilityOf = facility(itemResults);
  const discriminationOf = discrimination(itemResults);
  return {
    versionId: question.version_id,
    place: question.place,
    /** Whether the question reads otherwise now. */
    replaced: question.replaced,
    type: question.type,
    stem: question.stem_text,
    cited:
      question.lesson_slug && question.passage_key
        ? {
            lesson: question.lesson_slug,
            passage: question.passage_key,
            label: `${question.lesson_position}.${question.passage_position ?? '–'}`,
          }
        : null,
    n: all.length,
    facility: facilityOf,
    discrimination: discriminationOf,
    verdict: verdict(all.length, facilityOf, discriminationOf),
    notAnswered: all.filter(({ result }) => result.payload === null || result.payload === undefined).length,
    /** How many of each third were asked it: not all are, where a question has changed since. */
    lowerAsked: own(lower).length,
    upperAsked: own(upper).length,
    options: countOptions(question.type, question.content, {
      all: given(sittings),
      lower: given(lower),
      upper: given(upper),
    }),
  };
}
