'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { pageHtml } from './page-html';
import { StoredHtml } from './stored-html';

export interface HtmlProps {
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  readonly as?: 'div' | 'ol' | 'tbody';
}

type KeptProps = HtmlProps &
  ({ readonly slot: number; readonly html?: never } | { readonly html: string; readonly slot?: never });

/** What the document came with, by slot: the page may be left and come back to without being asked for again. */
const documents = new Map<number, string>();
/** Whether the document came without its markup, as Next's do that say 404 or 403, or where a part failed; asked for once. */
let lost: 'no' | 'yes' | 'asked for' = 'no';

function htmlOf(slot: number): string {
  const known = documents.get(slot);
  if (known !== undefined) return known;
  const part = document.querySelector(`[data-slot="${slot}"]`);
  if (!part && lost === 'no') lost = 'yes';
  const html = part?.innerHTML ?? '';
  documents.set(slot, html);
  return html;
}

/** Whether this text, once parsed, is what the document held; the browser writes some characters otherwise than we do. */
function isStill(html: string, kept: string): boolean {
  const parsed = document.createElement('template');
  parsed.innerHTML = html;
  return parsed.innerHTML === kept;
}

function InBrowser({ slot, html, as, className, id }: KeptProps) {
  const [atFirst] = useState(() => (slot === undefined ? null : htmlOf(slot)));
  // Going back may bring the document's own part to where one that was asked for later stood.
  const kept = slot === undefined ? atFirst : htmlOf(slot);
  const router = useRouter();
  useEffect(() => {
    if (lost !== 'yes') return;
    lost = 'asked for';
    router.refresh();
  }, [router]);
  const shown = useMemo(
    () => (html === undefined || (kept !== null && isStill(html, kept)) ? kept : html),
    [html, kept],
  );
  return useMemo(
    () => <StoredHtml html={shown ?? ''} data-slot={slot} as={as ?? 'div'} className={className} id={id} />,
    [shown, slot, as, className, id],
  );
}

function OnServer({ slot, html, as, className, id }: KeptProps) {
  const text = slot === undefined ? html : (pageHtml()?.[slot] ?? '');
  return <StoredHtml html={text} data-slot={slot} as={as ?? 'div'} className={className} id={id} />;
}

/**
 * The half of LongHtml that runs in the browser too: takes the text from the props, or from the document that has it already.
 * A page asked for anew leaves what has not changed alone, and what scripts have done to it. On the server, where each is
 * rendered once and a page has ten of them, it does without what only the browser needs.
 */
export const KeptHtml = typeof document === 'undefined' ? OnServer : InBrowser;
