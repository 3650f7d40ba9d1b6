/**
 * The title of the document: what a page is called, then "Lectern"; without words, "Lectern" alone.
 *
 * An element of the page and not Next's `metadata`, which reach the browser apart from their page: on the way from one
 * page to the next there were moments without any title. React lifts this one into the head, and swaps it in one step
 * with the page that it belongs to. It has no place within Static, whose markup React does not read.
 */
export function PageTitle({ children }: { readonly children?: string }) {
  return <title>{children ? `${children} · Lectern` : 'Lectern'}</title>;
}
