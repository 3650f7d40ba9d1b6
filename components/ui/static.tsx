import type { ReactNode } from 'react';
import type { HtmlProps } from './kept-html';
import { LongHtml } from './long-html';
import { markup } from './markup';

/**
 * A part of a page that nothing in the browser changes. It becomes markup at once, so that React neither sends its elements as
 * data beside the markup nor walks them again in the browser: most of what a page costs is that (decision 17). The box has no
 * look of its own unless it is given one.
 */
export function Static({ children, className = 'contents', ...rest }: HtmlProps & { readonly children: ReactNode }) {
  return <LongHtml html={() => markup(children)} className={className} {...rest} />;
}
