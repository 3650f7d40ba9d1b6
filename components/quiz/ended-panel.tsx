import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { ButtonLink } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import type { Receipt } from '@/lib/attempts/schema';
import { counted } from './quiz-words';
import { timeOfDay } from './saving/words';

interface Props {
  readonly course: string;
  readonly quiz: { readonly slug: string; readonly title: string; readonly beyond: boolean };
  readonly attemptId: string;
  readonly receipt: Receipt | null;
  readonly zone: string;
  /** The last save that reached the server, and what was in it: position and time. */
  readonly saved: readonly { readonly position: number; readonly savedAt: string | null }[];
  /** Positions of questions whose last change did not arrive in time. */
  readonly missed: readonly number[];
}

/** The end of an attempt: what was submitted and when, in words that can be kept, and where to go on. */
export function EndedPanel({ course, quiz, attemptId, receipt, zone, saved, missed }: Props) {
  const last = saved.reduce<string | null>(
    (latest, { savedAt }) => (savedAt !== null && (latest === null || savedAt > latest) ? savedAt : latest),
    null,
  );
  const timeUp = receipt?.endedBy !== 'student';
  const at = receipt ? timeOfDay(receipt.submittedAt, zone) : null;
  const line = receipt ? `Submitted ${at} · ${counted(receipt.answered, 'answer')} · receipt ${receipt.receipt}` : '';
  return (
    <section aria-labelledby="ended-title" className="mx-auto max-w-read py-10 sm:py-16">
      <p className="flex flex-wrap items-center gap-2 text-ok text-ui">
        <Icon name="ok" className="size-6" />
        <span className="text-ink-2">{quiz.title}</span>
        {quiz.beyond ? <BeyondBadge /> : null}
      </p>
      <h2 id="ended-title" tabIndex={-1} data-focus-here className="mt-2 font-serif text-h1">
        {timeUp ? 'Time is up' : 'Submitted'}
      </h2>
      <p className="mt-3 font-serif text-ink-2 text-lede">
        {timeUp
          ? last === null
            ? 'No answer had been saved when the time was up.'
            : `Your answers saved until ${timeOfDay(last, zone)} ${receipt ? 'were' : 'are being'} submitted.`
          : `Your answers have arrived: ${receipt?.answered ?? 0} of ${counted(receipt?.items ?? 0, 'question')} answered.`}
      </p>
      {receipt ? (
        <div className="mt-6 border-line border-y py-4">
          <p className="numbers text-ui">
            {line.slice(0, -receipt.receipt.length)}
            <span className="whitespace-nowrap">{receipt.receipt}</span>
          </p>
          <p className="mt-1 text-ink-2 text-ui-s">
            The receipt stands for exactly these answers. Keep it if you may want to ask about them.
          </p>
          <div className="mt-3">
            <CopyButton text={`${quiz.title}. ${line}`} label="Copy the receipt" size="m" />
          </div>
        </div>
      ) : (
        <p role="status" className="mt-6 text-ink-2 text-ui">
          The receipt appears here as soon as the server answers.
        </p>
      )}
      {missed.length > 0 ? (
        <Notice tone="warn" className="mt-6" title="Not everything arrived in time">
          <p>
            The last change of question {missed.join(', ')} did not reach the server before the end. What was saved
            before it counts.
          </p>
        </Notice>
      ) : null}
      {saved.length > 0 ? (
        <details className="mt-6 text-ui">
          <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-3">
            What was submitted, question by question
          </summary>
          <ol className="mt-1 border-line border-t">
            {saved.map(({ position, savedAt }) => (
              <li key={position} className="numbers flex justify-between gap-4 border-line border-b py-2">
                <span>Question {position}</span>
                <span className="text-ink-2">{savedAt ? `Saved ${timeOfDay(savedAt, zone)}` : 'Nothing saved'}</span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {receipt ? (
          <ButtonLink href={`/courses/${course}/attempts/${attemptId}/review`} variant="primary">
            See how it went
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/courses/${course}/quizzes/${quiz.slug}`}>To the quiz’s page</ButtonLink>
        <ButtonLink href={`/courses/${course}`} variant="quiet">
          To the outline
        </ButtonLink>
      </div>
    </section>
  );
}
