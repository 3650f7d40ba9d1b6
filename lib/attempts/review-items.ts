import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { questionType } from '@/lib/question-types/registry';
import { readCitations } from './citations';
import { drawItem } from './frozen-items';
import type { ReviewItemRow } from './paper.sql';
import { questionsOf } from './questions';
import type { ReviewItem } from './schema';

/** What of an attempt its items are made from. */
interface Attempt {
  readonly seed: string;
  /** The word of lessonsAsTheyStand. */
  readonly lessons: string;
  readonly items: readonly ReviewItemRow[];
}

/** What the quiz's rules show now. */
interface Shown {
  readonly scores: boolean;
  readonly key: boolean;
}

// Some 5 KB each with its markup, 30 MB at most: three hundred students between their review of twenty questions and the lesson.
const kept = new Kept<ReviewItem>(6_000);

/**
 * The items of an attempt afterwards. Who looks back goes to a passage that was missed and returns, once for each mistake: an
 * item that is still the same is the very same object, so that whoever writes it out need not do so again. Throws for a
 * question's version that is not there.
 */
export async function reviewItems(ctx: Ctx, me: Enrolment, attempt: Attempt, shown: Shown): Promise<ReviewItem[]> {
  const keyOf = (item: ReviewItemRow, lessons = attempt.lessons): string => keyIn(me.courseSlug, lessons, item, shown);
  const found = new Map<string, ReviewItem>();
  const missing: ReviewItemRow[] = [];
  for (const item of attempt.items) {
    const known = kept.get(keyOf(item));
    if (known) found.set(item.item_id, known);
    else missing.push(item);
  }
  if (missing.length > 0) {
    const { made, lessons } = await makeItems(ctx, me, { ...attempt, items: missing }, shown);
    for (const [row, item] of made) found.set(row.item_id, kept.set(keyOf(row, lessons), item));
  }
  return attempt.items.flatMap(({ item_id }) => found.get(item_id) ?? []);
}

/**
 * All that an item may look different by. What else it is made from is frozen with it, or named by what is here: a response by its
 * event, which never changes but for being erased; a citation by the lessons as they stand.
 */
function keyIn(course: string, lessons: string, item: ReviewItemRow, { scores, key }: Shown): string {
  const response = `${item.event_id} ${item.payload === null || item.payload === undefined ? 'none' : 'given'}`;
  return `${item.item_id} ${response} ${scores ? `${item.points} ${course} ${lessons}` : 'unscored'} ${key}`;
}

async function makeItems(ctx: Ctx, me: Enrolment, { seed, lessons, items }: Attempt, { scores, key }: Shown) {
  const questionOf = await questionsOf(ctx, items);
  const versions = items.map((item) => item.version_id);
  const citations = scores ? await readCitations(ctx, me, lessons, versions) : null;
  const made = items.map((item): [ReviewItemRow, ReviewItem] => {
    const question = questionOf(item);
    const { type, drawn } = drawItem(question, seed, item.item_id);
    const payload = item.payload ?? null;
    return [
      item,
      {
        itemId: item.item_id,
        position: item.position,
        points: scores ? item.points : null,
        maxPoints: item.max_points,
        stemHtml: question.stemHtml,
        review: scores ? questionType(type).feedback(drawn, payload, { revealKey: key }) : null,
        responseText: scores ? '' : questionType(type).summarise(drawn, payload),
        explanationHtml: key ? question.explanationHtml : null,
        citations: citations?.of.get(item.version_id) ?? [],
        savedAt: item.saved_at,
      },
    ];
  });
  return { made, lessons: citations?.lessons ?? lessons };
}
