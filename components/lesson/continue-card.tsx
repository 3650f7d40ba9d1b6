import { ButtonLink } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { countDone, countRead, type LessonProgress, minutesLeft, type Place } from '@/lib/progress/rules';

interface ContinueCardProps {
  readonly course: string;
  readonly courseTitle?: string;
  readonly place: Place;
  readonly lessons: readonly LessonProgress[];
  /** The heading's level on the page at hand. */
  readonly level?: 'h2' | 'h3';
}

/** Where reading goes on, in words, with one button. The first thing on the home page and above the outline. */
export function ContinueCard({ course, courseTitle, place, lessons, level = 'h2' }: ContinueCardProps) {
  const says = wordsFor(course, place);
  if (!says) return null;
  const { done, of } = countDone(lessons);
  const Heading = level;
  return (
    <section aria-label={says.label} className="border-accent border-s-2 py-1 ps-5">
      <p className="text-ink-2 text-ui">
        {says.label}
        {courseTitle ? ` · ${courseTitle}` : ''}
      </p>
      <Heading className="mt-1 font-serif text-h2">{says.title}</Heading>
      {says.detail ? <p className="numbers mt-1 text-ink-2 text-ui">{says.detail}</p> : null}
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {says.button ? (
          <ButtonLink href={says.button.href} variant="primary" aria-label={`${says.button.words}: ${says.title}`}>
            {says.button.words}
          </ButtonLink>
        ) : null}
        <div className="min-w-40 flex-1 sm:max-w-64">
          <p className="numbers mb-1.5 text-ink-2 text-ui-s">
            {done} of {of} lessons done
          </p>
          <ProgressBar value={done} max={of} label="Lessons done" />
        </div>
      </div>
    </section>
  );
}

interface Says {
  readonly label: string;
  readonly title: string;
  readonly detail: string;
  readonly button: { readonly href: string; readonly words: string } | null;
}

function wordsFor(course: string, place: Place): Says | null {
  const home = `/courses/${course}`;
  if (place.kind === 'empty') return null;
  if (place.kind === 'finished') {
    return {
      label: 'Finished',
      title: 'You have read and checked everything',
      detail: 'The lessons stay open, and so does the talk about them.',
      button: { href: `${home}/threads`, words: 'To the talk' },
    };
  }
  const { lesson } = place;
  if (place.kind === 'check') {
    return {
      label: place.running ? 'A check is under way' : 'Read, and still to check',
      title: `${lesson.position}. ${lesson.title}`,
      detail: place.running
        ? 'What you answered so far is saved.'
        : 'You have read this lesson; its check is what is left of it.',
      button: { href: `${home}/quizzes/${place.quiz}`, words: place.running ? 'Go on' : 'To the check' },
    };
  }
  const { key, position } = place.passage;
  const at = `${home}/lessons/${lesson.slug}`;
  const minutes = minutesLeft(lesson.passages);
  if (place.kind === 'continue') {
    return {
      label: 'Continue where you stopped',
      title: `${lesson.position}.${position}, ${lesson.title}`,
      detail: `${countRead(lesson)} of ${lesson.passages.length} passages read · ${minutes} min left`,
      button: { href: `${at}#${key}`, words: 'Continue' },
    };
  }
  return {
    label: place.kind === 'start' ? 'Begin here' : 'Next',
    title: `${lesson.position}. ${lesson.title}`,
    detail: `${lesson.passages.length} passages · ${minutes} min to read`,
    button: { href: position === 1 ? at : `${at}#${key}`, words: place.kind === 'start' ? 'Begin' : 'Read' },
  };
}
