import type { Rich } from '../inline';

/** Words with their emphasis. The HTML was sanitised when it was stored, and comes from nowhere else. */
export function RichText({ words, className }: { words: Rich; className?: string }) {
  if (words.html === undefined) return <span className={className}>{words.text}</span>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the course package when it was stored
  return <span className={className} dangerouslySetInnerHTML={{ __html: words.html }} />;
}
