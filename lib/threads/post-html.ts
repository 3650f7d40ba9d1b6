import type { Role } from '@/lib/authz/roles';
import { escapeHtml } from '@/lib/passages/escape-html';
import type { ThreadPost } from './queries';

/** What a page knows of a post besides its words. */
export interface PostExtras {
  /** The last part of the thread's address: links are relative to its page, for two hundred long ones weigh. */
  readonly page: string;
  readonly opening: boolean;
  readonly accepted: boolean;
  /** Whether the viewer has not seen it before. */
  readonly isNew: boolean;
  /** Whose post it replies to; null on the first level. */
  readonly inReplyTo: string | null;
  /** The post that a reply to this one hangs on; 'thread': it is a post of the first level; null: no replying here. */
  readonly replyTo: string | null;
  readonly time: { readonly text: string; readonly title?: string };
  readonly may: {
    readonly edit: boolean;
    readonly delete: boolean;
    readonly hide: boolean;
    readonly show: boolean;
    readonly accept: boolean;
  };
}

const ROLE_WORDS: Readonly<Record<Role, string | null>> = {
  student: null,
  assistant: 'Assistant',
  instructor: 'Instructor',
};
const FORMER = 'A former member';
const badge = (words: string, kind: string): string => `<span class="post-badge ${kind}">${words}</span>`;

/**
 * A post as an <article>, as text: two hundred posts as React elements, sent once as HTML and once more as their description, cost
 * more than the whole page may (18 ms of CPU). Names and reasons are escaped here; the words were sanitised when they were stored.
 */
export function postHtml(post: ThreadPost, extras: PostExtras): string {
  const inside =
    post.html === null
      ? gap(post, extras)
      : `${head(post, extras)}${hiddenNote(post)}<div class="prose-ui">${post.html}</div>${acts(post, extras)}`;
  return `<article id="post-${post.id}" class="${postClass(post, extras)}">${inside}</article>`;
}

/** The accepted post once more, below the question. */
export const acceptedHtml = (post: ThreadPost): string =>
  '<aside class="post-accepted" aria-label="Accepted answer"><p><strong>✓ Accepted answer</strong> by ' +
  `${escapeHtml(post.author ?? FORMER)}. <a href="#post-${post.id}">In its place</a></p>` +
  `<div class="prose-ui">${post.html ?? ''}</div></aside>`;

/** The line between what the viewer has seen and what not. */
export const unreadHtml = (count: number): string => `<p class="unread-line">${count} new</p>`;

const postClass = (post: ThreadPost, { accepted, isNew }: PostExtras): string =>
  `post${post.parentId ? ' is-reply' : ''}${accepted ? ' is-accepted' : ''}${isNew ? ' is-new' : ''}`;

function head(post: ThreadPost, extras: PostExtras): string {
  const { page, isNew, accepted, inReplyTo, time, opening } = extras;
  const level = post.parentId ? 'h3' : 'h2';
  const role = post.role && ROLE_WORDS[post.role];
  const edited = post.edited
    ? ` · <a href="${page}/posts/${post.id}#history" data-go>edited<span class="sr-only">, see its history</span></a>`
    : '';
  const title = time.title ? ` title="Link to this post, ${escapeHtml(time.title)}"` : '';
  return (
    `<header><${level} tabindex="-1">${escapeHtml(post.author ?? FORMER)}` +
    `${post.mine ? ' <span class="post-you">(you)</span>' : ''}` +
    `${opening ? '<span class="sr-only">, opening post</span>' : ''}</${level}>` +
    (role ? badge(role, 'is-staff') : '') +
    (accepted ? badge('✓ Accepted answer', 'is-accepted') : '') +
    (isNew ? badge('New', 'is-new') : '') +
    (inReplyTo === null ? '' : `<span>in reply to ${escapeHtml(inReplyTo)}</span>`) +
    `<span><a href="#post-${post.id}"${title}>` +
    `<time datetime="${escapeHtml(post.at)}">${escapeHtml(time.text)}</time></a>${edited}</span></header>`
  );
}

function hiddenNote(post: ThreadPost): string {
  if (!post.hidden) return '';
  const whose = post.mine ? 'Staff have hidden this post from the class; you still see it.' : 'Hidden from the class.';
  return `<p class="post-hidden"><strong>Hidden.</strong> ${whose} Reason: ${escapeHtml(post.reason ?? 'none given')}</p>`;
}

function acts(post: ThreadPost, { page, replyTo, accepted, may }: PostExtras): string {
  const author = escapeHtml(post.author ?? FORMER);
  const whose = post.mine ? 'your post' : `the post by ${author}`;
  const link = (what: string, words: string): string =>
    `<a href="${page}/posts/${post.id}#${what}" data-go>${words}<span class="sr-only"> ${whose}</span></a>`;
  let all = '';
  if (replyTo) {
    const to = replyTo === 'thread' ? '#write' : `?reply=${replyTo}#write`;
    const whom = post.mine ? 'your post' : author;
    all += `<a href="${to}" data-reply>Reply<span class="sr-only"> to ${whom}</span></a>`;
  }
  if (may.accept) {
    const words = accepted ? 'Not the answer after all' : 'Accept as the answer';
    all +=
      `<button type="submit" form="accept-form" name="post" value="${accepted ? '' : post.id}">` +
      `${words}<span class="sr-only">: ${whose}</span></button>`;
  }
  if (may.edit) all += link('edit', 'Edit');
  if (may.delete) all += link('delete', 'Delete');
  if (may.hide) all += link('hide', 'Hide');
  if (may.show) all += link('show', 'Show again');
  return all && `<footer>${all}</footer>`;
}

function gap(post: ThreadPost, { inReplyTo }: PostExtras): string {
  const level = post.parentId ? 'h3' : 'h2';
  const words = post.deleted ? 'This post was deleted by its author.' : 'This post was hidden by staff.';
  const to = inReplyTo === null ? '' : ` <span>in reply to ${escapeHtml(inReplyTo)}</span>`;
  return `<header class="post-gap"><${level} tabindex="-1">${words}</${level}>${to}</header>`;
}
