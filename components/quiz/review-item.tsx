import Link from 'next/link';
import { markup } from '@/components/ui/markup';
import { StoredHtml } from '@/components/ui/stored-html';
import { CITED_CHARACTERS, type ReviewItem as Item } from '@/lib/attempts/schema';
import { QuestionReview } from '@/lib/question-types/registry-review';
import { inPoints } from './quiz-words';
import { timeOfDay } from './saving/words';

export interface ReviewItemProps {
  readonly item: Item;
  readonly course: string;
  readonly attemptId: string;
  /** How many threads a passage has, by its key. */
  readonly threads: ReadonlyMap<string, number>;
  readonly zone: string;
}

/** What was written last of each item: by what else it depends on, and as markup. Gone with the item (lib/attempts keeps those in use). */
const written = new WeakMap<Item, { readonly by: string; readonly html: string }>();

/**
 * One question afterwards, as markup: verdict, your answer, why, the key where it may be shown, the passage that settles it. An
 * item belongs to one attempt of one course; it is written anew where the zone or its passages' threads are other ones.
 */
export function reviewItemHtml(props: ReviewItemProps): string {
  const { item, threads, zone } = props;
  const by = `${zone} ${item.citations.map(({ passage }) => threads.get(passage) ?? 0).join(' ')}`;
  const last = written.get(item);
  if (last?.by === by) return last.html;
  const html = markup(<ReviewItem {...props} />);
  written.set(item, { by, html });
  return html;
}

function ReviewItem({ item, course, attemptId, threads, zone }: ReviewItemProps) {
  const { position, review, points, maxPoints, explanationHtml, citations, savedAt } = item;
  const mistake = review !== null && review.verdict !== 'correct';
  return (
    <li
      id={`question-${position}`}
      data-mistake={mistake || undefined}
      data-right={(review !== null && !mistake) || undefined}
      className="review-item"
    >
      <div className="review-head">
        <h2>Question {position}</h2>
        <p>
          {points === null ? '' : `${inPoints(points)} of ${inPoints(maxPoints)} · `}
          {savedAt ? `your answer was saved ${timeOfDay(savedAt.toISOString(), zone)}` : 'nothing was saved'}
        </p>
      </div>
      <StoredHtml html={item.stemHtml} className="prose review-stem" />
      <div className="max-w-2xl">
        {review ? (
          <QuestionReview review={review} />
        ) : (
          <p className="text-ui">
            <span className="text-ink-3">Your answer: </span>
            {item.responseText || 'Not answered'}
          </p>
        )}
        {explanationHtml ? (
          <div className="mt-5">
            <h3 className="font-semibold text-ui">Why</h3>
            <StoredHtml html={explanationHtml} className="prose mt-1 font-serif text-ink text-read" />
          </div>
        ) : null}
        {citations.length > 0 ? (
          <ul className="mt-5 space-y-4">
            {citations.map((citation) => (
              <Cited
                key={citation.href}
                citation={citation}
                course={course}
                position={position}
                attemptId={attemptId}
                threads={threads.get(citation.passage) ?? 0}
              />
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}

interface CitedProps {
  readonly citation: Item['citations'][number];
  readonly course: string;
  readonly position: number;
  readonly attemptId: string;
  readonly threads: number;
}

function Cited({ citation, course, position, attemptId, threads }: CitedProps) {
  const { href, label, quoteText, passage } = citation;
  const [address = ''] = href.split('#');
  const talk = `/courses/${course}/threads`;
  return (
    <li className="border-line-strong border-s-2 ps-4">
      <p className="review-aside max-w-read">{shorten(quoteText)}</p>
      <p className="no-print cited-links">
        <Link href={`${address}&question=${position}&from=${attemptId}#${passage}`} prefetch={false}>
          Re-read {label}
        </Link>
        {threads > 0 ? (
          <Link href={`${talk}?passage=${passage}`} prefetch={false}>
            Discuss ({threads})<span className="sr-only"> passage {label}</span>
          </Link>
        ) : null}
        <Link href={`${talk}/new?passage=${passage}`} prefetch={false}>
          Ask about this passage<span className="sr-only">, {label}</span>
        </Link>
      </p>
    </li>
  );
}

/** The first sentences of a long passage: the link shows the rest in its place. */
function shorten(text: string): string {
  if (text.length <= CITED_CHARACTERS) return `“${text}”`;
  const cut = text.slice(0, CITED_CHARACTERS);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 200))} …”`;
}
