import { dateInWords } from '@/lib/lessons/rules';
import type { CourseSource } from '@/lib/lessons/schema';

/** The article that a course draws on, as a reference is written. */
export function SourceNote({ source }: { source: CourseSource }) {
  return (
    <p className="font-serif text-[1.0625rem] text-ink leading-7">
      {source.author}, “{source.title}”, {source.series ? <em>{source.series}, </em> : null}
      {source.publisher}, {dateInWords(source.date)}.
      <span className="mt-1 block font-sans text-ink-2 text-ui-s">
        Its paragraphs are cited as ¶1 to ¶{source.paragraphs}.
        {source.url ? (
          <>
            {' '}
            <a href={source.url} rel="noopener noreferrer" className="text-link underline underline-offset-3">
              Read the original
            </a>
          </>
        ) : null}
      </span>
    </p>
  );
}
