import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { StoredHtml } from '@/components/ui/stored-html';
import type { LessonFrame } from '@/lib/lessons/schema';

// The parts of a lesson's page around its text.

/** Questions to read with. */
export function BeforeReading({ questions }: { questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="before-title" className="max-w-read border-accent border-s-2 ps-5">
      <h2 id="before-title" className="font-semibold text-ink-2 text-ui">
        Read with these questions
      </h2>
      <ul className="mt-2 space-y-2 font-serif text-[1.0625rem] leading-7">
        {questions.map((html) => (
          <StoredHtml key={html} as="li" html={html} />
        ))}
      </ul>
    </section>
  );
}

/** A question without a single right answer, and the way to the class. */
export function Discussion({
  discussion,
  threadsHref,
  newThreadHref,
}: {
  discussion: LessonFrame['discussion'];
  threadsHref: string;
  newThreadHref: string;
}) {
  return (
    <section aria-labelledby="discuss-title" className="max-w-read">
      <h2 id="discuss-title" className="font-semibold text-ink-2 text-ui">
        To discuss
      </h2>
      {discussion ? (
        <>
          <p className="mt-1 font-serif text-h3">{discussion.title}</p>
          <StoredHtml html={discussion.html} className="prose-ui mt-2" />
        </>
      ) : null}
      <p className="no-print mt-3 flex flex-wrap gap-x-6 gap-y-1 text-ui">
        <Link href={newThreadHref} prefetch={false} className="py-1 text-link underline underline-offset-3">
          Write to the class
        </Link>
        <Link href={threadsHref} prefetch={false} className="py-1 text-link underline underline-offset-3">
          Threads on this lesson
        </Link>
      </p>
    </section>
  );
}

interface ContentsProps {
  readonly headings: LessonFrame['headings'];
  /** What follows the text: the check, the cards. */
  readonly after: readonly { readonly id: string; readonly text: string }[];
}

/** The headings of the lesson, beside it or folded above it: the same list, of which one is shown. */
export function Contents({ headings, after }: ContentsProps) {
  const entries = [...headings.filter(({ level }) => level === 2), ...after];
  if (entries.length === 0) return null;
  const list = (
    <ol className="space-y-0.5">
      {entries.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`} className="contents-link">
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav aria-label="In this lesson" data-contents className="lesson-contents-beside no-print">
        <p className="mb-2 font-semibold text-ink-2 text-ui-s">In this lesson</p>
        {list}
      </nav>
      <nav aria-label="In this lesson" className="lesson-contents-above no-print">
        <details>
          <summary className="flex min-h-11 items-center gap-2 text-link text-ui">
            <Icon name="down" className="size-4" />
            In this lesson
          </summary>
          {list}
        </details>
      </nav>
    </>
  );
}

interface Neighbour {
  readonly slug: string;
  readonly title: string;
  readonly position: number;
}

/** The lessons before and after; at the ends of the course, its outline. */
export function PreviousNext({
  course,
  previous,
  next,
}: {
  course: string;
  previous: Neighbour | null;
  next: Neighbour | null;
}) {
  const look = 'group block min-h-11 py-4 text-ink no-underline';
  const of = ({ slug }: Neighbour) => `/courses/${course}/lessons/${slug}`;
  return (
    <nav aria-label="Lessons" className="no-print grid gap-x-12 border-line border-t sm:grid-cols-2">
      {previous ? (
        <Link href={of(previous)} prefetch={false} rel="prev" className={look}>
          <span className="block text-ink-2 text-ui-s">Previous lesson</span>
          <span className="font-serif text-h3 group-hover:text-link group-hover:underline">
            {previous.position}. {previous.title}
          </span>
        </Link>
      ) : (
        <span className="max-sm:hidden" />
      )}
      {next ? (
        <Link
          href={of(next)}
          prefetch={false}
          rel="next"
          className={`${look} max-sm:border-line max-sm:border-t sm:text-end`}
        >
          <span className="block text-ink-2 text-ui-s">Next lesson</span>
          <span className="font-serif text-h3 group-hover:text-link group-hover:underline">
            {next.position}. {next.title}
          </span>
        </Link>
      ) : (
        <Link
          href={`/courses/${course}`}
          prefetch={false}
          className={`${look} max-sm:border-line max-sm:border-t sm:text-end`}
        >
          <span className="block text-ink-2 text-ui-s">This was the last lesson</span>
          <span className="font-serif text-h3 group-hover:text-link group-hover:underline">Back to the outline</span>
        </Link>
      )}
    </nav>
  );
}
