import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { QuizRules } from '@/lib/quizzes/schema';
import { COUNTS_WORDS, counted, pointsWords, shownWords } from './quiz-words';
import { limitWords } from './time-left';

interface Props {
  readonly questions: number;
  /** Milli-points. */
  readonly points: number;
  readonly timeLimitSeconds: number | null;
  readonly extended: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly attemptsAllowed: number | null;
  readonly attemptsLeft: number | null;
  readonly counts: QuizRules['counts'];
  readonly showScore: QuizRules['showScore'];
  readonly showKey: QuizRules['showKey'];
  readonly zone: string;
  readonly now: Date;
}

/** What one wants to know before beginning, in words. Times are those that hold for this student. */
export function StartFacts(props: Props) {
  const { questions, points, timeLimitSeconds, extended, opensAt, closesAt, attemptsAllowed, attemptsLeft } = props;
  const { zone, now } = props;
  return (
    <dl className="max-w-3xl border-line border-t">
      <Fact name="Questions">
        {counted(questions, 'question')}, {pointsWords(points)} in all
      </Fact>
      <Fact name="Time">
        {timeLimitSeconds === null ? (
          'No time limit. You can leave and come back; what you answered is kept.'
        ) : (
          <>
            {limitWords(timeLimitSeconds)} from the moment you start, whether the page is open or not.
            {extended ? ' This includes the extra time you were given.' : ''}
          </>
        )}
      </Fact>
      <Fact name="Attempts">
        {attemptsAllowed === null
          ? 'As many as you like. '
          : `${attemptsLeft ?? 0} of ${counted(attemptsAllowed, 'attempt')} left. `}
        {attemptsAllowed === 1 ? '' : COUNTS_WORDS[props.counts]}
      </Fact>
      {opensAt && opensAt > now ? (
        <Fact name="Opens">
          <Time at={opensAt} zone={zone} now={now} />
        </Fact>
      ) : null}
      {closesAt ? (
        <Fact name={closesAt > now ? 'Closes' : 'Closed'}>
          <Time at={closesAt} zone={zone} now={now} />
        </Fact>
      ) : null}
      <Fact name="What you see afterwards">
        <ul className="space-y-1">
          {shownWords(props).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Fact>
      <Fact name="Saving">
        Every answer is saved as you go. If the connection drops, keep working: answers wait on your device until it is
        back.
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-line border-b py-3 sm:grid-cols-[11rem_1fr]">
      <dt className="text-ink-2 text-ui">{name}</dt>
      <dd className="ms-0 text-ink text-ui">{children}</dd>
    </div>
  );
}
