import { ButtonLink } from '@/components/ui/button';

const PARTS = [
  {
    title: 'Read',
    text: 'Lessons set like a good magazine page. Every passage has a number, says which paragraph of the article it rests on, and can be linked to.',
  },
  {
    title: 'Check',
    text: 'A short graded quiz after each lesson. What you answer is saved as you go, and a wrong answer leads back to the passage that settles it.',
  },
  {
    title: 'Talk',
    text: 'Threads on the course, on a lesson, or on a single passage, beside the words they are about.',
  },
  {
    title: 'Review',
    text: 'Instructors see who has read what, open any attempt item by item, and find out which questions mislead.',
  },
];

/** What a visitor sees: what this is, and the way in. */
export function Landing() {
  return (
    <div className="pt-12 pb-16 sm:pt-20">
      <h1 className="max-w-[18ch] font-serif text-h1 sm:text-[3.5rem] sm:leading-[1.08]">
        One article, read closely, by a whole class
      </h1>
      <p className="mt-5 max-w-read font-serif text-ink-2 text-lede">
        Lectern turns an article into lessons to read, quizzes that explain themselves, and a place to talk about both.
        It runs on your own machine and keeps what your students write there.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/sign-in" variant="primary">
          Sign in
        </ButtonLink>
        <ButtonLink href="/sign-up" variant="secondary">
          Make an account
        </ButtonLink>
      </div>
      <p className="mt-4 max-w-read text-ink-2 text-ui">
        Your instructor gave you a code or a link? Sign in or make an account, and use it there.
      </p>
      <dl className="mt-14 grid gap-x-10 gap-y-8 border-line border-t pt-8 sm:grid-cols-2 lg:grid-cols-4">
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
