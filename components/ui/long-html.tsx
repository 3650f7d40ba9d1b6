import { type HtmlProps, KeptHtml } from './kept-html';
import { pageHtml } from './page-html';

/**
 * Stored HTML that is most of its page: a lesson's body, a thread's posts, the rows of a class. Where the page is answered as
 * a document it travels once, as markup, and not a second time in the data that React starts from (decision 17). `html` makes
 * it: a text among the props would stay in memory for as long as anything of the page's elements does.
 */
export function LongHtml({ html, ...rest }: HtmlProps & { readonly html: () => string }) {
  const kept = pageHtml();
  return kept ? <KeptHtml slot={kept.push(html()) - 1} {...rest} /> : <KeptHtml html={html()} {...rest} />;
}
