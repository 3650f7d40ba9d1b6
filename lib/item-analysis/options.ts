import { itemSeed } from '@/lib/question-types/random';
import { parseContent, questionType } from '@/lib/question-types/registry';

/** One response to a question, with the seed of its paper. */
export interface GivenResponse {
  readonly attemptSeed: string;
  readonly itemId: string;
  readonly response: unknown;
}

/** How often something was chosen. */
export interface OptionCount {
  readonly id: string;
  readonly label: string;
  readonly all: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether the response that earns full points holds it. */
  readonly isKey: boolean;
}

/**
 * Counts what a class chose, by the author's option ids, over the whole class and its lower and upper third. Each response is
 * read on the paper it was given on: letters differ from student to student.
 */
export function countOptions(
  type: string,
  content: unknown,
  given: { all: readonly GivenResponse[]; lower: readonly GivenResponse[]; upper: readonly GivenResponse[] },
): OptionCount[] {
  const kind = questionType(type);
  const parsed = parseContent(type, content);
  const chosen = (each: GivenResponse) =>
    kind.classify(kind.draw(parsed, itemSeed(each.attemptSeed, each.itemId)), each.response);
  const labels = new Map<string, string>();
  const counted = (responses: readonly GivenResponse[]) => {
    const counts = new Map<string, number>();
    for (const { id, label } of responses.flatMap(chosen)) {
      labels.set(id, label);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  };
  const [all, lower, upper] = [counted(given.all), counted(given.lower), counted(given.upper)];
  const undecided = kind.draw(parsed, 'any');
  const keys = new Set(kind.classify(undecided, kind.sampleResponses(undecided)[0] ?? null).map(({ id }) => id));
  for (const { id, label } of kind.classify(undecided, kind.sampleResponses(undecided)[0] ?? null))
    labels.set(id, label);
  return [...labels]
    .map(([id, label]) => ({
      id,
      label,
      all: all.get(id) ?? 0,
      lower: lower.get(id) ?? 0,
      upper: upper.get(id) ?? 0,
      isKey: keys.has(id),
    }))
    .toSorted((a, b) => b.all - a.all || (a.label < b.label ? -1 : 1));
}
