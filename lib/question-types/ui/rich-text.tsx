import { StoredHtml } from '@/components/ui/stored-html';
import type { Rich } from '../inline';

/** Words with their emphasis. The HTML was sanitised when it was stored, and comes from nowhere else. */
export function RichText({ words, className }: { words: Rich; className?: string }) {
  if (words.html === undefined) return <span className={className}>{words.text}</span>;
  return <StoredHtml as="span" html={words.html} className={className} />;
}
