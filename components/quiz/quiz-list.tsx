import Link from 'next/link';
import type { ReactNode } from 'react';
import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { counted } from './quiz-words';
import { limitWords } from './time-left';

/** What the list shows of a quiz, as it stands for whoever reads it. */
export interface ListedQuiz {
  readonly slug: string;
  readonly title: string;
  readonly hidden: boolean;
  /** Whether it goes beyond the article. */
  readonly beyond: boolean;
  readonly questions: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly timeLimitSeconds: number | null;
  readonly attemptsAllowed: number | null;
  readonly attemptsUsed: number;
  readonly openAttemptId: string | null;
}

interface Props<Q extends ListedQuiz> {
  readonly quizzes: readonly Q[];
  readonly hrefOf: (slug: string) => string;
  readonly zone: string;
  readonly now: Date;
  /** Stands under each title, in place of size, limit and times. */
  readonly factsOf?: (quiz: Q) => ReactNode;
  /** Stands at the end of each row, in place of how far one is. */
  readonly asideOf?: (quiz: Q) => ReactNode;
}

/** Quizzes as rows: title, size, limit, times, how far one is. */
export function QuizList<Q extends ListedQuiz>({ quizzes, hrefOf, zone, now, factsOf, asideOf }: Props<Q>) {
  return (
    <ul className="border-line border-t">
      {quizzes.map((quiz) => (
        <li key={quiz.slug} className="flex flex-wrap items-center gap-x-8 gap-y-1 border-line border-b py-3">
          <div className="min-w-0 flex-1 basis-80">
            <Link
              href={hrefOf(quiz.slug)}
              prefetch={false}
              className="inline-flex min-h-8 items-center font-serif text-h3 text-ink no-underline hover:text-link hover:underline"
            >
              {quiz.title}
            </Link>
            <p className="text-ink-2 text-ui-s">
              {factsOf ? factsOf(quiz) : <Facts quiz={quiz} zone={zone} now={now} />}
              {quiz.beyond ? (
                <>
                  {' '}
                  <BeyondBadge />
                </>
              ) : null}
              {quiz.hidden ? (
                <>
                  {' '}
                  <Badge tone="warn">hidden</Badge>
                </>
              ) : null}
            </p>
          </div>
          <div className="text-ui">{asideOf ? asideOf(quiz) : howFar(quiz, now)}</div>
        </li>
      ))}
    </ul>
  );
}

function Facts(props: { quiz: ListedQuiz; zone: string; now: Date }) {
  const { questions, timeLimitSeconds } = props.quiz;
  return (
    <>
      {counted(questions, 'question')} · {timeLimitSeconds === null ? 'no time limit' : limitWords(timeLimitSeconds)}
      <Times {...props} />
    </>
  );
}

function Times({ quiz: { opensAt, closesAt }, zone, now }: { quiz: ListedQuiz; zone: string; now: Date }) {
  if (opensAt && opensAt > now) {
    return (
      <>
        {' '}
        · opens <Time at={opensAt} zone={zone} now={now} />
      </>
    );
  }
  if (!closesAt) return null;
  return (
    <>
      {' '}
      · {closesAt > now ? 'closes' : 'closed'} <Time at={closesAt} zone={zone} now={now} />
    </>
  );
}

function howFar({ openAttemptId, attemptsUsed, attemptsAllowed, opensAt, closesAt }: ListedQuiz, now: Date): string {
  if (openAttemptId) return 'An attempt is open';
  if (opensAt && opensAt > now) return 'Not open yet';
  const closed = closesAt !== null && closesAt <= now;
  if (attemptsUsed === 0) return closed ? 'Closed, not taken' : 'Not taken yet';
  if (closed || attemptsAllowed === null) return `${counted(attemptsUsed, 'attempt')} made`;
  const left = Math.max(0, attemptsAllowed - attemptsUsed);
  return left === 0 ? 'All attempts used' : `${attemptsUsed} made, ${left} left`;
}
