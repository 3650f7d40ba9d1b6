import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { OutlineLesson } from '@/lib/lessons/queries';
import { attemptsLeft, counted, type OutlineQuiz, quizInWords, quizState } from '@/lib/lessons/rules';
import { type LessonProgress, type LessonState, lessonState, stateInWords } from '@/lib/progress/rules';
import { StateMark } from './state-mark';

interface When {
  readonly now: Date;
  readonly zone: string;
}

const ROW = 'grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-4 gap-y-1 sm:grid-cols-[1.25rem_minmax(0,1fr)_11rem]';
const LINK =
  'font-serif text-ink underline decoration-transparent underline-offset-4 hover:text-link hover:decoration-current';

interface LessonRowProps extends When {
  readonly course: string;
  readonly lesson: OutlineLesson;
  readonly progress: LessonProgress | undefined;
}

/** A lesson, and below it its check: rows of equal rank, each a link with its state in words. */
export function LessonRow({ course, lesson, progress, now, zone }: LessonRowProps) {
  const state = progress ? lessonState(progress) : 'not-started';
  const { check } = lesson;
  return (
    <li className="border-line border-t py-4">
      <div className={ROW}>
        <StateMark state={state} className="mt-1" />
        <div className="min-w-0">
          <Link href={`/courses/${course}/lessons/${lesson.slug}`} prefetch={false} className={`${LINK} text-h3`}>
            {lesson.position}. {lesson.title}
          </Link>
          {lesson.hidden || lesson.beyond ? (
            <p className="mt-1 flex flex-wrap gap-2">
              {lesson.hidden ? <Badge tone="warn">Hidden from students</Badge> : null}
              {lesson.beyond ? <Badge>Beyond the article</Badge> : null}
            </p>
          ) : null}
          <p className="mt-1 max-w-read text-ink-2 text-ui">{lesson.standfirst}</p>
        </div>
        <p className="numbers col-start-2 text-ink-2 text-ui-s sm:col-start-3 sm:pt-1.5 sm:text-end">
          <span className={state === 'not-started' ? '' : 'font-semibold text-ink'}>
            {progress ? stateInWords(progress) : 'Nothing to read yet'}
          </span>
          <span className="max-sm:before:content-['_·_'] sm:block">
            {lesson.minutes} min{check ? ' with its check' : ''}
          </span>
        </p>
      </div>
      {check ? (
        <div className={`${ROW} mt-3 sm:ms-9`}>
          <StateMark state={markOf(check, now)} className="mt-0.5" />
          <p className="min-w-0">
            <Link
              href={`/courses/${course}/quizzes/${check.slug}`}
              prefetch={false}
              className="inline-block py-0.5 text-ink text-ui underline decoration-line-strong underline-offset-4 hover:text-link"
            >
              {check.title}
            </Link>
            <QuizFacts quiz={check} now={now} zone={zone} />
          </p>
          <p className="numbers col-start-2 text-ink-2 text-ui-s sm:col-start-3 sm:pt-0.5 sm:text-end">
            {quizInWords(check, now)}
          </p>
        </div>
      ) : null}
    </li>
  );
}

/** A quiz of the course that belongs to no lesson. */
export function QuizRow({ course, quiz, now, zone }: { course: string; quiz: OutlineQuiz } & When) {
  return (
    <li className={`${ROW} border-line border-t py-4`}>
      <StateMark state={markOf(quiz, now)} className="mt-1" />
      <div className="min-w-0">
        <Link href={`/courses/${course}/quizzes/${quiz.slug}`} prefetch={false} className={`${LINK} text-h3`}>
          {quiz.title}
        </Link>
        {quiz.hidden ? (
          <p className="mt-1">
            <Badge tone="warn">Hidden from students</Badge>
          </p>
        ) : null}
        <p>
          <QuizFacts quiz={quiz} now={now} zone={zone} />
        </p>
      </div>
      <p className="numbers col-start-2 text-ink-2 text-ui-s sm:col-start-3 sm:pt-1.5 sm:text-end">
        {quizInWords(quiz, now)}
      </p>
    </li>
  );
}

const MARKS = {
  'to-do': 'not-started',
  'not-open-yet': 'not-started',
  missed: 'not-started',
  running: 'checking',
  done: 'done',
} as const;
const markOf = (quiz: OutlineQuiz, now: Date): LessonState => MARKS[quizState(quiz, now)];

function QuizFacts({ quiz, now, zone }: { quiz: OutlineQuiz } & When) {
  const left = attemptsLeft(quiz);
  const facts = [
    counted(quiz.questions, 'question'),
    ...(quiz.timeLimitSeconds === null ? [] : [`${Math.round(quiz.timeLimitSeconds / 60)} min`]),
    left === null ? 'any number of attempts' : `${counted(left, 'attempt')} left`,
  ];
  return (
    <span className="numbers block text-ink-2 text-ui-s">
      {facts.join(' · ')}
      {quiz.opensAt && quiz.opensAt > now ? (
        <>
          {' · '}opens <Time at={quiz.opensAt} zone={zone} now={now} />
        </>
      ) : null}
      {quiz.closesAt ? (
        <>
          {' · '}
          {quiz.closesAt > now ? 'closes' : 'closed'} <Time at={quiz.closesAt} zone={zone} now={now} />
        </>
      ) : null}
    </span>
  );
}
