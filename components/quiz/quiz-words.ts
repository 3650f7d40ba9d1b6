import type { QuizRules } from '@/lib/quizzes/schema';

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Milli-points as people read them: 2, 0.5, 1.25. */
export const inPoints = (milli: number): string => String(Math.round(milli / 10) / 100);
export const pointsWords = (milli: number): string => `${inPoints(milli)} ${milli === 1000 ? 'point' : 'points'}`;

export const COUNTS_WORDS: Readonly<Record<QuizRules['counts'], string>> = {
  best: 'The best attempt counts.',
  last: 'The last attempt counts.',
  first: 'The first attempt counts.',
  average: 'The average of all attempts counts.',
};

/** "2 attempts, the best counts"; where there is one, it is clear which counts. */
export const attemptsWords = ({ attemptsAllowed, counts }: Pick<QuizRules, 'attemptsAllowed' | 'counts'>): string =>
  attemptsAllowed === 1
    ? '1 attempt'
    : `${attemptsAllowed === null ? 'any number of attempts' : `${attemptsAllowed} attempts`}, the ${counts} counts`;

interface Opening {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** When a quiz takes attempts: words, each but "Always open" followed by the moment it speaks of. */
export function openingWords({ opensAt, closesAt }: Opening, now: Date): { words: string; at: Date | null }[] {
  if (closesAt && closesAt <= now) return [{ words: 'Closed', at: closesAt }];
  const closes = (words: string) => (closesAt ? [{ words, at: closesAt }] : []);
  if (opensAt && opensAt > now) return [{ words: 'Opens', at: opensAt }, ...closes('closes')];
  if (opensAt) return [{ words: 'Open since', at: opensAt }, ...closes('closes')];
  return closesAt ? closes('Open, closes') : [{ words: 'Always open', at: null }];
}

interface Shown extends Pick<QuizRules, 'showScore' | 'showKey'> {
  readonly closesAt: Date | null;
}

/** What is shown after submitting, and when; and that a close on which something waits is not settled yet. */
export function shownWords({ showScore, showKey, closesAt }: Shown): string[] {
  const score =
    showScore === 'submitted'
      ? 'Your score, and feedback on what you chose, as soon as you submit.'
      : 'Your score and feedback once the quiz has closed for everybody.';
  const key = {
    submitted: 'The correct answers and why, as soon as you submit.',
    'attempts-used': 'The correct answers and why, once your attempts are used up or the quiz has closed.',
    closed: 'The correct answers and why, once the quiz has closed for everybody.',
    never: 'The correct answers are not shown.',
  }[showKey];
  const waits = showScore === 'closed' || showKey === 'closed';
  return [score, key, ...(waits && closesAt === null ? ['Your instructor has not said yet when it closes.'] : [])];
}
