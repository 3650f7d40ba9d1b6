import type { Role } from '@/lib/authz/roles';
import { escapeHtml } from '@/lib/passages/escape-html';
import type { ThreadPost } from './queries';

/** What a page knows of a post besides its words. */
export interface PostExtras {
  /** Address of the thread, without a query. */
  readonly href: string;
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
const badge = (words: string, kind = ''): string => `<span class="post-badge ${kind}">${escapeHtml(words)}</span>`;

/**
 * The inside of a post's <article>, as text: two hundred posts as React elements cost more than the whole page may (18 ms of CPU).
 * Names and reasons are escaped here; the words were sanitised when they were stored.
 */
export function postHtml(post: ThreadPost, extras: PostExtras): string {
  if (post.html === null) return gap(post, extras);
  return `${head(post, extras)}${hiddenNote(post)}<div class="prose-ui post-words">${post.html}</div>${acts(post, extras)}`;
}

/** What an article is called, beside "post". */
export const postClass = (post: ThreadPost, { accepted, isNew }: PostExtras): string =>
  [
    'post',
    post.parentId && 'is-reply',
    accepted && 'is-accepted',
    isNew && 'is-new',
    post.hidden && 'is-hidden',
    post.html === null && 'is-gone',
  ]
    .filter(Boolean)
    .join(' ');

function head(post: ThreadPost, extras: PostExtras): string {
  const { href, isNew, accepted, inReplyTo, time, opening } = extras;
  const level = post.parentId ? 'h3' : 'h2';
  const role = post.role && ROLE_WORDS[post.role];
  const edited = post.edited
    ? ` · <a href="${href}/posts/${post.id}#history" data-go>edited<span class="sr-only">, see its history</span></a>`
    : '';
  const title = time.title ? ` title="${escapeHtml(time.title)}"` : '';
  return (
    `<header class="post-head"><${level} id="head-${post.id}" tabindex="-1">${escapeHtml(post.author ?? FORMER)}` +
    `${post.mine ? ' <span class="post-you">(you)</span>' : ''}` +
    `<span class="sr-only">${opening ? ', opening post' : ''}</span></${level}>` +
    (role ? badge(role, 'is-staff') : '') +
    (accepted ? badge('✓ Accepted answer', 'is-accepted') : '') +
    (isNew ? badge('New', 'is-new') : '') +
    (inReplyTo === null ? '' : `<span class="post-reply">in reply to ${escapeHtml(inReplyTo)}</span>`) +
    `<span class="post-when"><a href="#post-${post.id}" aria-label="Link to this post, ${escapeHtml(time.text)}">` +
    `<time datetime="${escapeHtml(post.at)}"${title}>${escapeHtml(time.text)}</time></a>${edited}</span></header>`
  );
}

function hiddenNote(post: ThreadPost): string {
  if (!post.hidden) return '';
  const whose = post.mine ? 'Staff have hidden this post from the class; you still see it.' : 'Hidden from the class.';
  return `<p class="post-hidden"><strong>Hidden.</strong> ${whose} Reason: ${escapeHtml(post.reason ?? 'none given')}</p>`;
}

function acts(post: ThreadPost, { href, replyTo, accepted, may }: PostExtras): string {
  const whose = post.mine ? 'your post' : `the post by ${escapeHtml(post.author ?? FORMER)}`;
  const link = (to: string, words: string, attribute = 'data-go', rest = whose) =>
    `<a href="${href}${to}" ${attribute}>${words}<span class="sr-only"> ${rest}</span></a>`;
  const all = [
    replyTo && link(replyTo === 'thread' ? '#write' : `?reply=${replyTo}#write`, 'Reply', 'data-reply', `to ${whose}`),
    may.accept &&
      `<button type="submit" form="accept-form" name="post" value="${accepted ? '' : post.id}">${
        accepted ? 'Not the answer after all' : 'Accept as the answer'
      }<span class="sr-only">: ${whose}</span></button>`,
    may.edit && link(`/posts/${post.id}#edit`, 'Edit'),
    may.delete && link(`/posts/${post.id}#delete`, 'Delete'),
    may.hide && link(`/posts/${post.id}#hide`, 'Hide'),
    may.show && link(`/posts/${post.id}#show`, 'Show again'),
  ].filter(Boolean);
  return all.length > 0 ? `<footer class="post-acts">${all.join('')}</footer>` : '';
}

function gap(post: ThreadPost, { inReplyTo }: PostExtras): string {
  const level = post.parentId ? 'h3' : 'h2';
  const words = post.deleted ? 'This post was deleted by its author.' : 'This post was hidden by staff.';
  const to = inReplyTo === null ? '' : ` <span class="post-reply">in reply to ${escapeHtml(inReplyTo)}</span>`;
  return `<${level} id="head-${post.id}" tabindex="-1" class="post-gap">${words}</${level}>${to}`;
}
