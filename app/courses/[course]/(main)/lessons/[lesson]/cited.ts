import type { PassageExtras } from '@/lib/lessons/passage-html';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PASSAGE = /^p-[a-z0-9]{4,40}$/;

/**
 * What an address says of the citation it follows: `?cited=p-k3f9`, and from a review `&question=4&from=<attempt>`. Anything
 * malformed is as if it were not there.
 */
export function citedIn(
  query: Readonly<Record<string, string | string[] | undefined>>,
  home: string,
): PassageExtras['cited'] {
  const { cited, question, from } = query;
  if (typeof cited !== 'string' || !PASSAGE.test(cited)) return null;
  const number = typeof question === 'string' && /^\d{1,3}$/.test(question) ? question : null;
  const attempt = typeof from === 'string' && UUID.test(from) ? from : null;
  const words = number
    ? `You came from question ${number}. This is the passage that settles it.`
    : from !== undefined
      ? 'You came from a question. This is the passage that settles it.'
      : 'This is the passage that was cited.';
  return {
    key: cited,
    words,
    back: attempt === null ? null : { href: `${home}/attempts/${attempt}/review`, words: 'Back to your review' },
  };
}
