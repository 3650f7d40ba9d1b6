import { ButtonLink } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { attemptsLeft, counted, type OutlineQuiz, quizInWords, quizState } from '@/lib/lessons/rules';

interface CheckCardProps {
  readonly course: string;
  readonly check: OutlineQuiz;
  readonly now: Date;
  readonly zone: string;
  /** Whether the lesson was read to its end: then the check is what comes next. */
  readonly ready: boolean;
}

/** What stands between the lesson and being done with it: how many questions, how many tries, how it stands. */
export function CheckCard({ course, check, now, zone, ready }: CheckCardProps) {
  const state = quizState(check, now);
  const left = attemptsLeft(check);
  const words = state === 'running' ? 'Go on with the check' : state === 'to-do' ? 'Take the check' : 'To the check';
  const facts = [
    counted(check.questions, 'question'),
    left === null ? 'as many attempts as you like' : `${counted(left, 'attempt')} left`,
    check.timeLimitSeconds === null ? 'no time limit' : `${Math.round(check.timeLimitSeconds / 60)} minutes`,
  ];
  return (
    <section aria-labelledby="check-title" className="border-line-strong border-y py-6">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h2 id="check-title" className="font-serif text-h3">
            {check.title}
          </h2>
          <p className="mt-1 text-ink-2 text-ui">
            {facts.join(' · ')}
            {check.closesAt && check.closesAt > now ? (
              <>
                {' · '}closes <Time at={check.closesAt} zone={zone} now={now} />
              </>
            ) : null}
          </p>
          <p className="mt-1 text-ink text-ui">{quizInWords(check, now)}</p>
        </div>
        <ButtonLink
          href={`/courses/${course}/quizzes/${check.slug}`}
          variant={state === 'running' || (state === 'to-do' && ready) ? 'primary' : 'secondary'}
        >
          {words}
        </ButtonLink>
      </div>
    </section>
  );
}
