import type { Nodes, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

// A mark opens a quotation at the start of a block, after a space, a bracket, a dash, and inside another quotation.
const OPENS = /^$|[\s([{\-–—‘“]$/;

/**
 * Sets straight quotation marks and apostrophes as a printer does: “ ”, ‘ ’. Code stays as it was typed. It is done in the tree,
 * so that HTML and plain text, which anchors quote, say the same.
 */
export function setQuotes(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    setIn(node, '');
    return SKIP;
  });
}

/** The same for words without Markdown: names, offices, places. */
export function withQuotesSet(text: string): string {
  const node: Text = { type: 'text', value: text };
  setIn(node, '');
  return node.value;
}

/** Sets the marks within a node; `before` is what stands in front of it. Returns what stands in front of the next one. */
function setIn(node: Nodes, before: string): string {
  if (node.type === 'text') {
    let last = before;
    node.value = node.value.replace(/./gsu, (character, at: number, whole: string) => {
      if (character === '"') last = OPENS.test(last) ? '“' : '”';
      // ’90s, and every apostrophe.
      else if (character === "'") last = OPENS.test(last) && !/\d/.test(whole[at + 1] ?? '') ? '‘' : '’';
      else last = character;
      return last;
    });
    return last;
  }
  if (node.type === 'inlineCode') return node.value.at(-1) ?? before;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return before;
  return node.children.reduce<string>((sofar, child) => setIn(child, sofar), before);
}
