import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Verdict } from '@/components/ui/verdict';

const PARTS = [
  {
    title: 'Read',
    text: 'Every passage has a number, says what it rests on, and can be linked to.',
  },
  {
    title: 'Check',
    text: 'Short graded quizzes, saved as one goes. A wrong answer leads back to the passage that settles it.',
  },
  {
    title: 'Talk',
    text: 'Threads on the course, a lesson or one passage, beside the words they are about.',
  },
  {
    title: 'Review',
    text: 'Instructors see who read what, open any attempt item by item, and find the questions that mislead.',
  },
];

/** What a visitor sees: what this is, a piece of it, and the way in. */
export function Landing() {
  return (
    <div className="pt-10 pb-14 sm:pt-16">
      <div className="grid items-center gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <div>
          <h1 className="font-serif text-h1 sm:text-[3.25rem] sm:leading-[1.1]">
            One article, read closely, by a whole class
          </h1>
          <p className="mt-5 font-serif text-ink-2 text-lede">
            Lectern turns an article into lessons to read, quizzes that explain themselves, and a place to talk about
            both. It runs on your own machine and keeps what students write there.
          </p>
          <div className="mt-7 flex flex-wrap gap-3">
            <ButtonLink href="/sign-in" variant="primary">
              Sign in
            </ButtonLink>
            <ButtonLink href="/sign-up" variant="secondary">
              Make an account
            </ButtonLink>
          </div>
          <p className="mt-4 text-ink-2 text-ui">
            Have a code from your instructor?{' '}
            <Link href="/join" prefetch={false} className="inline-block py-1 text-link underline underline-offset-3">
              Join with it
            </Link>
          </p>
        </div>
        <Specimen />
      </div>
      <dl className="mt-12 grid gap-x-10 gap-y-6 border-line border-t pt-7 sm:grid-cols-2 lg:mt-16 lg:grid-cols-4">
        {PARTS.map(({ title, text }) => (
          <div key={title}>
            <dt className="font-serif text-h3">{title}</dt>
            <dd className="mt-1 text-ink-2 text-ui">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A passage and what hangs on it, as a student sees them; set in type, so that it is true at every size and in every theme. */
function Specimen() {
  return (
    <figure className="border-line border-t pt-6 lg:border-t-0 lg:border-s lg:py-2 lg:ps-10">
      <div className="grid gap-x-6 sm:grid-cols-[minmax(0,1fr)_7.5rem]">
        <p className="font-serif text-[1.1875rem] text-ink leading-8">
          <span className="bg-highlight">
            A reading is <em>coherent</em> when its parts fit together: no premise contradicts another, and the
            conclusion follows from them.
          </span>{' '}
          That is a test from the inside, and a useful one, because you cannot answer a case that you cannot state.
        </p>
        <p className="numbers flex flex-wrap gap-x-4 text-ink-2 text-ui-s leading-6 sm:block">
          <span className="sm:block">3.2</span>
          <span className="sm:block">our explanation</span>
          <span className="font-semibold text-link sm:block">Discuss (2)</span>
        </p>
      </div>
      <div className="mt-6 space-y-1 border-line border-t pt-4 text-ui">
        <p className="font-semibold">
          <Verdict kind="not-correct" />
        </p>
        <p className="text-ink-2">
          A coherent reading may still be false. Coherence tests a reading from the inside only.
        </p>
        <p className="text-link underline underline-offset-3">Re-read 3.2</p>
      </div>
      <figcaption className="mt-5 text-ink-2 text-ui-s">
        A passage with its number, source and threads; and a question that leads back to it.
      </figcaption>
    </figure>
  );
}
