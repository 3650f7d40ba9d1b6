import Link from 'next/link';

interface QuotedPassageProps {
  readonly text: string;
  /** The whole passage, rather than words of it. */
  readonly whole: boolean;
  /** Where it stands; null where the lesson no longer has it. */
  readonly at: { readonly href: string; readonly number: string } | null;
}

const LIMIT = 420;

/** The words that a thread is about, with the way to them. */
export function QuotedPassage({ text, whole, at }: QuotedPassageProps) {
  const short = text.length > LIMIT ? `${text.slice(0, text.lastIndexOf(' ', LIMIT))} …` : text;
  return (
    <figure className="quoted">
      <blockquote cite={at?.href}>{whole ? short : `“${short}”`}</blockquote>
      <figcaption>
        {at ? (
          <Link href={at.href} prefetch={false}>
            Passage {at.number}, in the lesson
          </Link>
        ) : (
          'From an earlier version of the lesson, which no longer has this passage'
        )}
      </figcaption>
    </figure>
  );
}
