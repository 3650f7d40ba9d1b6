import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const words: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'em', 'strong', 'del', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { ol: ['start'], th: [['align', 'left', 'right', 'center']], td: [['align', 'left', 'right', 'center']] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    li: ['ul', 'ol'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  // Not only the tags: what stood in them is not words.
  strip: ['script', 'style', 'template', 'textarea', 'title', 'noscript', 'iframe', 'svg', 'math'],
  allowComments: false,
  allowDoctypes: false,
};

/** Posts: words, lists, tables, code, links that pass no credit on. No ids, no classes, no images. */
const postSchema: Options = {
  ...words,
  attributes: { ...words.attributes, a: ['href', ['rel', 'nofollow', 'noopener', 'ugc']] },
};

/** Lessons and questions: also words in their language, and links to cards and passages. */
const courseSchema: Options = {
  ...words,
  tagNames: [...(words.tagNames ?? []), 'span'],
  attributes: {
    ...words.attributes,
    a: ['href', ['className', 'term', 'person', 'passage-link'], 'dataCard', ['rel', 'noopener', 'noreferrer']],
    span: [['lang', /^[a-z]{2,3}$/]],
  },
};

const make = (schema: Options) => unified().use(remarkRehype).use(rehypeSanitize, schema).freeze();
const sanitisers = { post: make(postSchema), course: make(courseSchema) };
const writer = unified().use(rehypeStringify).freeze();

/** A Markdown tree as a sanitised HTML tree. The sanitiser comes last: nothing is added after it. */
export const toSafeTree = (tree: Root, whose: 'post' | 'course'): HtmlRoot => sanitisers[whose].runSync(tree);

export const toHtml = (tree: HtmlRoot): string => writer.stringify(tree);
