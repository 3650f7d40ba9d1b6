import type { Refusal } from '@/lib/kernel/result';
import { escapeHtml } from '@/lib/passages/escape-html';
import { statusOf } from './routes';

/**
 * What a browser shows when a plain form was refused and no script of ours was there to say so: the words, and the way back to
 * `page`. It stands by itself, outside React, so it has no style sheet; attributes are what the policy allows.
 */
export function refusalPage({ code, message }: Refusal<string>, page: string): Response {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Not done · Lectern</title></head>
<body style="margin:0;font:1.0625rem/1.6 system-ui,sans-serif"><main style="max-width:34rem;margin:15vh auto;padding:0 1.25rem"><h1 style="font:1.75rem/1.25 Georgia,serif;margin:0 0 1rem">This was not done</h1><p>${escapeHtml(message)}</p><p><a href="${escapeHtml(page)}">Back to the page</a></p></main></body></html>`;
  return new Response(html, {
    status: statusOf(code),
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
