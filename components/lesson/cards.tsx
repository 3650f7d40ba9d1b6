import { StoredHtml } from '@/components/ui/stored-html';
import { dateInWords } from '@/lib/lessons/rules';
import type { CourseReference, LessonFrame } from '@/lib/lessons/schema';

interface LessonCardsProps {
  readonly course: string;
  readonly frame: Pick<LessonFrame, 'cards'>;
  readonly glossary: CourseReference['glossary'];
  readonly cast: CourseReference['cast'];
  readonly record: CourseReference['record'];
}

/** The words, people and records that a lesson links to: a list at its foot, and what floats beside the words. */
export function LessonCards({ course, frame: { cards }, glossary, cast, record }: LessonCardsProps) {
  const terms = cards.terms.filter((id) => glossary[id]);
  const people = cards.people.filter((id) => cast[id]);
  const records = cards.records.filter((id) => record[id]);
  if (terms.length + people.length + records.length === 0) return null;
  const reference = `/courses/${course}/reference`;
  return (
    <section aria-labelledby="cards-title" className="lesson-cards">
      <h2 id="cards-title" className="font-serif text-h3">
        Words, people and records in this lesson
      </h2>
      <ul className="lesson-card-list">
        {terms.map((id) => {
          const entry = glossary[id];
          return entry ? (
            <li key={id} id={`term-${id}`} data-lands className="lesson-card">
              <span className="lesson-card-name">{entry.term}</span>
              <StoredHtml html={entry.html} className="lesson-card-text" />
              <More href={`${reference}#term-${id}`} words="In the glossary" about={entry.term} cite={entry.cite} />
            </li>
          ) : null;
        })}
        {people.map((id) => {
          const entry = cast[id];
          return entry ? (
            <li key={id} id={`person-${id}`} data-lands className="lesson-card">
              <span className="lesson-card-name">
                {entry.name}
                {entry.native ? (
                  <span lang={entry.lang} className="lesson-card-native">
                    {' '}
                    {entry.native}
                  </span>
                ) : null}
              </span>
              <span className="lesson-card-role">{entry.role}</span>
              <StoredHtml html={entry.html} className="lesson-card-text" />
              <More href={`${reference}#person-${id}`} words="In the cast" about={entry.name} cite={entry.cite} />
            </li>
          ) : null;
        })}
        {records.map((id) => {
          const entry = record[id];
          return entry ? (
            <li key={id} id={`record-${id}`} data-lands className="lesson-card">
              <span className="lesson-card-name">{entry.title}</span>
              <span className="lesson-card-role">{dateInWords(entry.date)} · public record</span>
              <StoredHtml html={entry.html} className="lesson-card-text" />
              <More href={`${reference}#record-${id}`} words="In the record" about={entry.title} />
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

interface MoreProps {
  readonly href: string;
  readonly words: string;
  readonly about: string;
  readonly cite?: readonly number[] | undefined;
}

function More({ href, words, about, cite = [] }: MoreProps) {
  return (
    <span className="lesson-card-more">
      {cite.length > 0 ? <span className="numbers">{cite.map((n) => `¶${n}`).join(', ')}</span> : null}
      <a href={href}>
        {words}
        <span className="sr-only">: {about}</span>
      </a>
    </span>
  );
}
