import type { AnyQuestionType } from '@/lib/question-types/any-type';
import { finalFraction } from '@/lib/question-types/outcome';
import { itemSeed } from '@/lib/question-types/random';
import { parseContent, questionType } from '@/lib/question-types/registry';
import type { Classified } from '@/lib/question-types/shapes';

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
  /** Whether a response that earns full points holds it. */
  readonly isKey: boolean;
}

/** How many of the responses that no rule foresaw have a line of their own: two hundred people may write two hundred words. */
const UNFORESEEN_SHOWN = 8;

type Content = ReturnType<typeof parseContent>;

/**
 * Counts what a class chose, by the author's option ids, over the whole class and its lower and upper third; what nobody chose is
 * there with 0, for a distractor that fools nobody is news. Each response is read on the paper it was given on: letters differ
 * from student to student.
 */
export function countOptions(
  type: string,
  content: unknown,
  given: { all: readonly GivenResponse[]; lower: readonly GivenResponse[]; upper: readonly GivenResponse[] },
): OptionCount[] {
  const kind = questionType(type);
  const parsed = parseContent(type, content);
  const { labels, keys } = choices(kind, parsed);
  const counted = (responses: readonly GivenResponse[]) => {
    const counts = new Map<string, number>();
    for (const { attemptSeed, itemId, response } of responses) {
      for (const each of kind.classify(kind.draw(parsed, itemSeed(attemptSeed, itemId)), response)) {
        const id = idOf(each);
        if (!labels.has(id)) labels.set(id, each.label);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    return counts;
  };
  const foreseen = new Set(labels.keys());
  const [all, lower, upper] = [counted(given.all), counted(given.lower), counted(given.upper)];
  const counts = [...labels]
    .map(([id, label]) => ({
      id,
      label,
      all: all.get(id) ?? 0,
      lower: lower.get(id) ?? 0,
      upper: upper.get(id) ?? 0,
      isKey: keys.has(id),
    }))
    .toSorted((a, b) => b.all - a.all || (a.label < b.label ? -1 : 1));
  const unforeseen = counts.filter(({ id }) => !foreseen.has(id));
  const rest = new Set(unforeseen.slice(UNFORESEEN_SHOWN));
  return [...counts.filter((each) => !rest.has(each)), ...(rest.size > 0 ? [together([...rest])] : [])];
}

const sumOf = (counts: readonly OptionCount[], of: 'all' | 'lower' | 'upper'): number =>
  counts.reduce((sum, each) => sum + each[of], 0);

const together = (counts: readonly OptionCount[]): OptionCount => ({
  id: 'rest',
  label: 'Other responses',
  all: sumOf(counts, 'all'),
  lower: sumOf(counts, 'lower'),
  upper: sumOf(counts, 'upper'),
  isKey: false,
});

/** All that a response can be classified as by its author's foresight, and which of it earns full points. */
function choices(kind: AnyQuestionType, content: Content) {
  const labels = new Map<string, string>();
  const keys = new Set<string>();
  const paper = kind.draw(content, 'any');
  for (const sample of kind.sampleResponses(paper)) {
    const full = finalFraction(kind.score(paper, sample)) === 1;
    for (const each of kind.classify(paper, sample)) {
      const id = idOf(each);
      labels.set(id, each.label);
      if (full) keys.add(id);
    }
  }
  return { labels, keys };
}

/** What no rule foresaw has one id for all of it ("other"): there the words tell responses apart. */
const idOf = ({ id, label }: Classified): string => (id === 'other' || id === 'not-readable' ? `${id} ${label}` : id);
