import { Fragment } from 'react';
import { Time } from '@/components/ui/time';
import type { QuizRules } from '@/lib/quizzes/schema';
import { attemptsWords, counted, openingWords } from './quiz-words';
import { limitWords } from './time-left';

interface Props {
  readonly questions: number;
  readonly rules: QuizRules;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly zone: string;
  readonly now: Date;
}

/** What is set for a quiz, as its staff looks it over in a list: size, attempts, limit; and below, when it is open. */
export function StaffFacts({ questions, rules, opensAt, closesAt, zone, now }: Props) {
  const limit = rules.timeLimitSeconds === null ? 'no time limit' : limitWords(rules.timeLimitSeconds);
  return (
    <>
      {[counted(questions, 'question'), attemptsWords(rules), limit].join(' · ')}
      <br />
      {openingWords({ opensAt, closesAt }, now).map(({ words, at }, i) => (
        <Fragment key={words}>
          {i > 0 ? ' · ' : ''}
          <span className="inline-block">
            {words} {at ? <Time at={at} zone={zone} now={now} /> : null}
          </span>
        </Fragment>
      ))}
    </>
  );
}
