import { createHash } from 'node:crypto';

/** Runs of so many words of the article may not stand in a course's own prose. */
export const RUN = 8;

export interface Word {
  readonly word: string;
  /** Where it begins in its text. */
  readonly at: number;
}

/** The words of a text as they are compared: small letters, no accents' variants, no apostrophes. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}]|['’](?=\p{L}))*/gu)].map((match) => ({
    word: match[0].normalize('NFKC').toLowerCase().replace(/['’]/g, ''),
    at: match.index,
  }));

/** What is kept of a run of words: 64 bits of its hash, so the article cannot be read from it. */
export const hashRun = (words: readonly Word[]): string =>
  createHash('sha256')
    .update(words.map(({ word }) => word).join(' '))
    .digest('hex')
    .slice(0, 16);

/** The hashes of all runs of an article, each once, in the order of their digits (not of the article). */
export function hashesOf(article: string): string[] {
  // "[¶3]" at the head of a paragraph is ours.
  const words = wordsOf(article.replace(/^\[¶\d+\]/gm, ' '));
  const runs = words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => hashRun(words.slice(i, i + RUN)));
  return [...new Set(runs)].sort();
}

/** Parts of a text outside quotations: the rest is blanked, so that places stay. */
export const withoutQuotations = (text: string): string =>
  text.replace(/^\s*>.*$/gm, blank).replace(/“[^”]*”|"[^"]*"|«[^»]*»/g, blank);

/** A text without the parts of its markup that a reader does not see (where links lead, names of languages); places stay. */
const withoutAddresses = (text: string): string =>
  text.replace(/\]\([^)\s]*\)|:[a-z]{2,3}(?=\[)/g, (markup) => ' '.repeat(markup.length));

// A sign that is no letter ends a run of words only where it stands as "|": see `runsIn`.
const blank = (quotation: string): string => `|${quotation.slice(1).replace(/[^\n]/g, ' ')}`;

/** Places in a text at which a run of the article's words begins; runs that overlap count once. */
export function runsIn(text: string, hashes: ReadonlySet<string>): Word[] {
  const found: Word[] = [];
  let offset = 0;
  for (const piece of withoutQuotations(withoutAddresses(text)).split('|')) {
    const words = wordsOf(piece);
    let free = 0;
    for (let i = 0; i + RUN <= words.length; i++) {
      const run = words.slice(i, i + RUN);
      const [first] = run;
      if (!first || !hashes.has(hashRun(run))) continue;
      if (i >= free) found.push({ word: run.map(({ word }) => word).join(' '), at: first.at + offset });
      free = i + RUN;
    }
    offset += piece.length + 1;
  }
  return found;
}
