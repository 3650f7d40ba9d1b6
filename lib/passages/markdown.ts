import type { Link, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { type Dialect, parseMarkdown } from './parse';
import { plainTextOf } from './plain-text';
import { toHtml, toSafeTree } from './sanitise';
import { setQuotes } from './set-quotes';

/** What the course's own links become. */
export interface Links {
  /** Told of each `term:` and `person:` link, which then opens a card. Null: there are no cards here, only the words stay. */
  readonly card: ((kind: 'term' | 'person', id: string) => void) | null;
  /** Whether there is such a card; where there is none, only the words stay. */
  readonly knows: (kind: 'term' | 'person', id: string) => boolean;
  /** The address of a passage; null where there is none, and then only the words stay. */
  readonly passage: (id: string) => string | null;
}

export interface Rendered {
  /** Sanitised. */
  readonly html: string;
  readonly text: string;
}

/** Nothing to link to: the words of such links stay. */
export const NO_LINKS: Links = { card: null, knows: () => false, passage: () => null };

/** A student's post: sanitised HTML. Raw HTML shows as the characters typed; images and headings become words. */
export function renderPost(markdown: string): string {
  const tree = parseMarkdown(markdown, 'post');
  plainParts(tree, markdown);
  visit(tree, (node) => {
    if (node.type === 'link') node.title = null;
    // "[words][1]" is a link as well, with its address elsewhere.
    if (node.type === 'link' || node.type === 'linkReference') {
      node.data = { hProperties: { rel: ['nofollow', 'noopener', 'ugc'] } };
    }
  });
  return toHtml(toSafeTree(tree, 'post'));
}

/** A block of a lesson, a stem, an explanation: paragraphs, lists, quotations, tables; and its plain text. */
export const renderBlocks = (markdown: string, links: Links = NO_LINKS): Rendered => render(markdown, 'blocks', links);

/** One line: an option, feedback, a card's words. HTML without a paragraph around it. */
export function renderInline(markdown: string, links: Links = NO_LINKS): string {
  const { html } = render(markdown, 'inline', links);
  return html
    .replace(/^<p>|<\/p>$/g, '')
    .replace(/<\/p>\n<p>/g, '<br><br>')
    .trim();
}

/** The plain words of one line. */
export const inlineText = (markdown: string): string => render(markdown, 'inline', NO_LINKS).text;

function render(markdown: string, dialect: Dialect, links: Links): Rendered {
  const tree = parseMarkdown(markdown, dialect);
  languages(tree, markdown);
  plainParts(tree, markdown);
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined || courseLink(node, links)) return;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
  setQuotes(tree);
  const safe = toSafeTree(tree, 'course');
  return { html: toHtml(safe), text: plainTextOf(safe) };
}

/** Points a link where it leads; false where it leads nowhere. */
function courseLink(node: Link, links: Links): boolean {
  node.title = null;
  const [, scheme, id] = /^(term|person|passage):([a-z0-9-]+)$/.exec(node.url) ?? [];
  if (!scheme || !id) {
    node.data = { hProperties: { rel: ['noopener', 'noreferrer'] } };
    return true;
  }
  if (scheme === 'passage') {
    const href = links.passage(id);
    node.url = href ?? '';
    node.data = { hProperties: { className: ['passage-link'] } };
    return href !== null;
  }
  const kind = scheme === 'term' ? 'term' : 'person';
  if (!links.card || !links.knows(kind, id)) return false;
  links.card(kind, id);
  node.url = `#${kind}-${id}`;
  node.data = { hProperties: { className: [kind], dataCard: `${kind}-${id}` } };
  return true;
}

/** `:ko[…]` is a word with its language; everything else that looks like a directive ("as follows:then") is what was typed. */
function languages(tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
    if (!parent || index === undefined) return;
    if (node.type === 'textDirective' && /^[a-z]{2,3}$/.test(node.name) && node.children.length > 0) {
      node.data = { hName: 'span', hProperties: { lang: node.name } };
      return;
    }
    const text = { type: 'text' as const, value: typed(node, source) };
    parent.children[index] = node.type === 'textDirective' ? text : { type: 'paragraph', children: [text] };
    return [SKIP, index + 1];
  });
}

/** Raw HTML, images, footnotes and headings as words; a task's box as a character. */
function plainParts(tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    const replace = (child: RootContent) => {
      parent.children[index] = child as never;
    };
    switch (node.type) {
      case 'html': {
        const text = { type: 'text' as const, value: node.value };
        const inWords = 'type' in parent && ['root', 'blockquote', 'listItem'].includes(parent.type) === false;
        return replace(inWords ? text : { type: 'paragraph', children: [text] });
      }
      case 'image':
        return replace({ type: 'text', value: node.alt || node.url });
      case 'imageReference':
      case 'footnoteReference':
        return replace({ type: 'text', value: typed(node, source) });
      case 'footnoteDefinition':
        parent.children.splice(index, 1, ...(node.children as never[]));
        return [SKIP, index];
      case 'heading':
        return replace({ type: 'paragraph', children: [{ type: 'strong', children: node.children }] });
      case 'listItem':
        if (typeof node.checked === 'boolean') {
          const box = node.checked ? '☑ ' : '☐ ';
          node.checked = null;
          const [first] = node.children;
          if (first?.type === 'paragraph') first.children.unshift({ type: 'text', value: box });
        }
        return;
      default:
        return;
    }
  });
}

function typed(node: { position?: RootContent['position'] }, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}
