import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import type { AnyContent } from '@/lib/question-types/any-type';
import { attemptsToCheck, gradesToCheck, latestScores } from './check.sql';
import { readContents } from './contents';
import { type CountedItem, endedAttempt } from './counted.sql';
import { gradeSources } from './grade.sql';
import { CLEARED, receiptOf } from './receipt';
import { decide, totalOf } from './rules';
import { type ItemScore, scoreItem } from './score-item';

type Attempt = z.infer<(typeof attemptsToCheck)['row']>;
type Score = z.infer<(typeof latestScores)['row']>;
type GradeRow = z.infer<(typeof gradesToCheck)['row']>;

/** A stored value that replaying the log does not give: where, and what stands there and should. */
export interface Difference {
  readonly where: string;
  readonly attemptId: string | null;
  readonly enrolmentId: string;
  readonly what: string;
}

/** What a check of all grades went through, and what it found. `erased`: items whose response was erased on request. */
export interface GradesChecked {
  readonly attempts: number;
  readonly items: number;
  readonly grades: number;
  readonly erased: number;
  readonly differences: readonly Difference[];
}

const FIRST = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;

/**
 * Scores every ended attempt again from its log and its frozen paper, decides every grade again from the attempts, and compares
 * with what is stored. Scores given by a person are taken as they are. Reads only.
 */
export async function gradesCheck(ctx: Ctx): Promise<GradesChecked> {
  const differences: Difference[] = [];
  let [attempts, items, grades, erased] = [0, 0, 0, 0];
  for (let after = FIRST; ; ) {
    const batch = await ctx.sql(attemptsToCheck, [after, BATCH]);
    for (const attempt of batch) {
      const checked = await checkAttempt(ctx, attempt);
      attempts++;
      items += checked.items;
      erased += checked.erased;
      differences.push(...checked.found.map((what) => ({ ...placeOf(attempt), what })));
      after = attempt.attempt_id;
    }
    if (batch.length < BATCH) break;
  }
  for (let [column, enrolment] = [FIRST, FIRST]; ; ) {
    const batch = await ctx.sql(gradesToCheck, [column, enrolment, BATCH]);
    for (const grade of batch) {
      grades++;
      const found = await checkGrade(ctx, grade);
      const { where, enrolment_id: enrolmentId } = grade;
      differences.push(...found.map((what) => ({ where, attemptId: null, enrolmentId, what })));
      [column, enrolment] = [grade.column_id, grade.enrolment_id];
    }
    if (batch.length < BATCH) break;
  }
  return { attempts, items, grades, erased, differences };
}

const placeOf = ({ where, attempt_id, enrolment_id }: Attempt) => ({
  where,
  attemptId: attempt_id,
  enrolmentId: enrolment_id,
});

/** Notes a stored value that is not what it should be, in words. */
const expecting =
  (found: string[]) =>
  (what: string, stored: unknown, should: unknown): void => {
    if (stored !== should) found.push(`${what} is ${String(stored)}, and should be ${String(should)}`);
  };

async function checkAttempt(ctx: Ctx, attempt: Attempt) {
  const [ended] = await ctx.sql(endedAttempt, [attempt.attempt_id]);
  const items = ended?.items ?? [];
  const contentOf = await readContents(ctx, items);
  const scores = new Map((await ctx.sql(latestScores, [attempt.attempt_id])).map((score) => [score.item_id, score]));
  const found: string[] = [];
  const expect = expecting(found);
  if (attempt.grading_needed) found.push('it still waits to be scored');
  let erased = 0;
  const points = items.map((item) => {
    const score = scores.get(item.item_id);
    if (!score) {
      found.push(`item ${item.position} has no score`);
      return null;
    }
    if (isErased(item)) erased++;
    else if (score.source === 'automatic') replay(tryAgain(attempt.seed, item, contentOf), item, score, expect);
    expect(`item ${item.position}, worth`, score.max_points, item.points);
    return score.points;
  });
  const total = totalOf(points);
  expect('the total', attempt.points, total);
  expect(
    'what it is out of',
    attempt.max_points,
    items.reduce((sum, item) => sum + item.points, 0),
  );
  expect('the state', attempt.state, total === null ? 'submitted' : 'graded');
  expect('the receipt', attempt.receipt, receiptOf(attempt.attempt_id, items));
  return { items: items.length, erased, found };
}

const isErased = (item: CountedItem): boolean =>
  item.event_id !== null && (item.payload ?? null) === null && item.payload_hash !== CLEARED;

function replay(again: ItemScore | Error, item: CountedItem, score: Score, expect: ReturnType<typeof expecting>): void {
  const name = `item ${item.position}`;
  if (again instanceof Error) {
    expect(`${name}, scored again,`, again.message, 'a score');
    return;
  }
  expect(`${name}, the score`, score.points, again.points);
  expect(`${name}, the fraction`, score.fraction, again.fraction);
  expect(`${name}, the outcome`, score.outcome, again.outcome);
  expect(`${name}, the response scored`, score.event_id, item.event_id);
  expect(`${name}, the question's version`, score.version_id, item.version_id);
}

function tryAgain(seed: string, item: CountedItem, contentOf: (item: CountedItem) => AnyContent): ItemScore | Error {
  try {
    return scoreItem(seed, item, contentOf(item));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function checkGrade(ctx: Ctx, grade: GradeRow): Promise<string[]> {
  const [stored] = await ctx.sql(gradeSources, [grade.column_id, grade.enrolment_id]);
  const found: string[] = [];
  const expect = expecting(found);
  if (!stored || stored.version === null) return ['there is a graded attempt, and no grade'];
  const policy = grade.counts && decide(grade.counts, stored.attempts, grade.column_points);
  const points = stored.override_points ?? policy?.points ?? null;
  expect('the grade', stored.points, points);
  expect('what it is out of', stored.max_points, policy?.maxPoints ?? grade.column_points);
  expect('the attempt that counts', stored.attempt_id, policy?.attemptId ?? null);
  expect('whether a person overrode it', stored.overridden, stored.override_points !== null);
  expect('its version', stored.version, grade.event?.version);
  expect('the grade in its history', grade.event?.points ?? null, stored.points);
  return found;
}
