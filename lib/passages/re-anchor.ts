import { findSimilar } from './find-similar';

/** Words of a passage with what stands around them; an empty quote is the whole passage. */
export interface AnchorWords {
  readonly passageId: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where the quote began in the passage's plain text, when the anchor was made. */
  readonly start: number;
}

export interface PassageWords {
  readonly passageId: string;
  readonly text: string;
}

export type Resolution =
  | { readonly state: 'found' | 'moved'; readonly passageId: string; readonly start: number; readonly end: number }
  | { readonly state: 'lost'; readonly passageId: null; readonly start: 0; readonly end: 0 };

const LOST: Resolution = { state: 'lost', passageId: null, start: 0, end: 0 };
/** Shorter words are too common to be recognised in another passage, or in other spelling. */
const LEAST_TO_MOVE = 16;
/** Of the quote's length: so many characters may have been changed. */
const TOLERANCE = 0.2;

/**
 * Finds the place of an anchor in a later text of its lesson: its own passage first, word for word; then the other passages; then
 * its own passage with small changes. Where two places fit equally well it is lost: shown as lost is better than silently wrong.
 */
export function reAnchor(anchor: AnchorWords, passages: readonly PassageWords[]): Resolution {
  const own = passages.find(({ passageId }) => passageId === anchor.passageId);
  if (anchor.quote === '') {
    return own ? { state: 'found', passageId: own.passageId, start: 0, end: own.text.length } : LOST;
  }
  if (own) {
    const here = best(anchor, occurrences(anchor, own));
    if (here) return here;
    if (here === null) return LOST;
  }
  if (anchor.quote.length >= LEAST_TO_MOVE) {
    const elsewhere = best(
      anchor,
      passages.filter((each) => each !== own).flatMap((each) => occurrences(anchor, each)),
    );
    if (elsewhere) return elsewhere;
    if (elsewhere === null) return LOST;
    const similar = own && findSimilar(own.text, anchor.quote, Math.floor(anchor.quote.length * TOLERANCE));
    if (own && similar) return { state: 'moved', passageId: own.passageId, ...similar };
  }
  return LOST;
}

interface Candidate {
  readonly passageId: string;
  readonly start: number;
  readonly end: number;
  /** Characters of the context that still stand around it. */
  readonly context: number;
}

function occurrences({ quote, prefix, suffix }: AnchorWords, { passageId, text }: PassageWords): Candidate[] {
  const found: Candidate[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length;
    const context = sharedEnd(prefix, text.slice(0, start)) + sharedStart(suffix, text.slice(end));
    found.push({ passageId, start, end, context });
  }
  return found;
}

/** The one with most context; undefined where there is none, null where several fit alike. */
function best(anchor: AnchorWords, candidates: readonly Candidate[]): Resolution | null | undefined {
  if (candidates.length === 0) return undefined;
  const most = Math.max(...candidates.map(({ context }) => context));
  const fitting = candidates.filter(({ context }) => context === most);
  const where = fitting.find(({ passageId, start }) => passageId === anchor.passageId && start === anchor.start);
  const [one] = fitting;
  const chosen = where ?? (fitting.length === 1 ? one : undefined);
  if (!chosen) return null;
  const { passageId, start, end } = chosen;
  return { state: chosen === where ? 'found' : 'moved', passageId, start, end };
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

function sharedEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}
