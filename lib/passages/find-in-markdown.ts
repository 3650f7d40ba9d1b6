import { visit } from 'unist-util-visit';
import { type Dialect, parseMarkdown } from './parse';

/** What an author may have to be told about, with its line in the text (1 is the first). */
export type Found =
  | {
      readonly kind: 'html' | 'image' | 'heading' | 'directive' | 'footnote';
      readonly line: number;
      readonly what: string;
    }
  | { readonly kind: 'link'; readonly line: number; readonly url: string };

/** Raw HTML, images, headings, unknown directives and links of a Markdown text, in order. */
export function findInMarkdown(markdown: string, dialect: Dialect): Found[] {
  const found: Found[] = [];
  visit(parseMarkdown(markdown, dialect), (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'html') found.push({ kind: 'html', line, what: node.value });
    else if (node.type === 'image' || node.type === 'imageReference')
      found.push({ kind: 'image', line, what: node.alt ?? '' });
    else if (node.type === 'heading') found.push({ kind: 'heading', line, what: '#'.repeat(node.depth) });
    else if (node.type === 'footnoteDefinition') found.push({ kind: 'footnote', line, what: node.identifier });
    else if (node.type === 'link') found.push({ kind: 'link', line, url: node.url });
    else if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      found.push({ kind: 'directive', line, what: node.name });
    }
  });
  return found;
}
