import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Markdown of a post, of a lesson's block, or of one line (an option, a card) in which nothing begins a block. */
export type Dialect = 'post' | 'blocks' | 'inline';

// In one line "1. July" begins no list and "# 3" no heading.
const NO_BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'directiveContainer',
  'directiveLeaf',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

function disableBlocks(this: Processor) {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NO_BLOCKS } }];
}

const post = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();
const blocks = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze();
const inline = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(disableBlocks)
  .freeze();
const parsers = { post, blocks, inline };

/** The syntax tree of a Markdown text. Lesson dialects know languages (`:ko[…]`); posts do not. */
export const parseMarkdown = (markdown: string, dialect: Dialect): Root => parsers[dialect].parse(markdown);
