import type { ElementContent, Root, RootContent } from 'hast';

const BLOCKS = new Set(['p', 'li', 'blockquote', 'pre', 'table', 'tr', 'hr', 'br', 'ul', 'ol']);
const CELLS = new Set(['td', 'th']);

/** The words of an HTML tree: blocks on lines of their own, cells apart by a space; what anchors quote. */
export function plainTextOf(tree: Root): string {
  return tidy(tree.children.map(textOf).join(''));
}

/** Spaces collapsed, empty lines dropped, trimmed. */
export const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type !== 'element') return '';
  const inner = node.children.map(textOf).join('');
  if (BLOCKS.has(node.tagName)) return `\n${inner}\n`;
  return CELLS.has(node.tagName) ? `${inner} ` : inner;
}

/** How many words a text has; a run of Korean or Japanese without spaces counts as one. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
