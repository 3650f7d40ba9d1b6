/** Words as a view receives them: `text` is plain; `html`, where there is any, is sanitised and says the same with emphasis. */
export interface Rich {
  readonly text: string;
  readonly html?: string;
}

/** Inline Markdown and its stored HTML as a view receives them. HTML that adds nothing to the plain words is left out. */
export function rich(markdown: string, html: string | undefined): Rich {
  const text = plainText(markdown);
  return html === undefined || html === text ? { text } : { text, html };
}

/** Inline Markdown as plain words, for names that are read aloud, tables, CSV and receipts. */
export function plainText(markdown: string): string {
  // Most words are plain already.
  if (!/[[*_`\\]|[^\S ]| {2}/.test(markdown)) return markdown.trim();
  return (
    markdown
      .replace(/:[a-z]{2,3}\[([^\][]*)\]/g, '$1') // :ko[위안부], a word with its language
      .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
      .replace(/(\*{1,3})(?=\S)([^*]*[^*\s])\1/g, '$2')
      // an underscore inside a word is part of the word
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^_\s])\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/`([^`]+)`/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
