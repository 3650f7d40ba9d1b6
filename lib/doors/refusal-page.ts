import type { Refusal } from '@/lib/kernel/result';
import { escapeHtml } from '@/lib/passages/escape-html';
import { statusOf } from './routes';
import type { Theme } from './theme';

// It stands by itself, outside React and without a style sheet, whose name is the build's; attributes are what the policy allows.
// The colours are those of app/globals.css.
const BODY =
  'margin:0;background:light-dark(#fbfaf7,#15171a);color:light-dark(#1d1b16,#eceae4);font:1.0625rem/1.6 system-ui,sans-serif';
const LINK = 'color:light-dark(#1b5e93,#8fc0ec)';

/**
 * What a browser shows when a plain form was refused and no script of ours was there to say so: the words, and the way back to
 * `page`, in the theme chosen.
 */
export function refusalPage({ code, message }: Refusal<string>, page: string, theme: Theme): Response {
  const scheme = theme === 'system' ? 'light dark' : theme;
  const html = `<!DOCTYPE html><html lang="en" style="color-scheme:${scheme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not done · Lectern</title></head>
<body style="${BODY}"><main style="max-width:34rem;margin:15vh auto;padding:0 1.25rem"><h1 style="font:1.75rem/1.25 Georgia,serif;margin:0 0 1rem">This was not done</h1><p>${escapeHtml(message)}</p><p><a style="${LINK}" href="${escapeHtml(page)}">Back to the page</a></p></main></body></html>`;
  return new Response(html, {
    status: statusOf(code),
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
