import { describe, expect, it } from 'vitest';
import { acceptedHtml, type PostExtras, postHtml } from './post-html';
import type { ThreadPost } from './queries';
import { inReadingOrder, kindInWords, mayAccept, mayEdit, mayHide } from './rules';

const EVIL = '"><img src=x onerror=alert(1)>';
const post: ThreadPost = {
  id: '0b4be176-adb6-8bdc-85fe-35aa0b55c7b4',
  parentId: '1b4be176-adb6-8bdc-85fe-35aa0b55c7b4',
  author: EVIL,
  role: 'student',
  mine: false,
  at: '2026-09-01T10:00:00+00:00',
  edited: '2026-09-01T10:05:00+00:00',
  deleted: false,
  hidden: true,
  reason: EVIL,
  html: '<p>Words.</p>',
};
const extras: PostExtras = {
  page: '2b4be176-adb6-8bdc-85fe-35aa0b55c7b4',
  opening: false,
  accepted: true,
  isNew: true,
  inReplyTo: EVIL,
  replyTo: '1b4be176-adb6-8bdc-85fe-35aa0b55c7b4',
  time: { text: '2 h ago', title: EVIL },
  may: { edit: true, delete: true, hide: true, show: true, accept: true },
};

describe('a post on the page', () => {
  it('T-XSS-1 escapes names, reasons and times', () => {
    for (const html of [postHtml(post, extras), acceptedHtml(post)]) {
      expect(html).not.toContain('<img');
      expect(html).not.toMatch(/="[^"]*"[^\s>/]/);
    }
  });

  it('shows no name and no words where the viewer gets none', () => {
    const hidden = postHtml({ ...post, author: null, html: null, reason: null }, extras);
    expect(hidden).toContain('This post was hidden by staff.');
    expect(hidden).not.toContain('Words.');
    expect(hidden).not.toContain('Reply');
    expect(postHtml({ ...post, deleted: true, html: null }, extras)).toContain('deleted by its author');
  });
});

describe('who may', () => {
  const facts = { authorId: 'a', authorRole: 'student', deleted: false, hidden: false, threadLocked: false } as const;
  it('edit: the author, while the thread is open; staff in a closed one too, their own', () => {
    expect(mayEdit({ enrolmentId: 'a', role: 'student' }, facts)).toBe(true);
    expect(mayEdit({ enrolmentId: 'a', role: 'student' }, { ...facts, threadLocked: true })).toBe(false);
    expect(mayEdit({ enrolmentId: 'b', role: 'instructor' }, facts)).toBe(false);
    expect(mayEdit({ enrolmentId: 'a', role: 'assistant' }, { ...facts, threadLocked: true })).toBe(true);
  });
  it('hide: staff, and an assistant not an instructor’s words', () => {
    expect(mayHide({ enrolmentId: 'a', role: 'student' }, facts)).toBe(false);
    expect(mayHide({ enrolmentId: 'b', role: 'assistant' }, facts)).toBe(true);
    expect(mayHide({ enrolmentId: 'b', role: 'assistant' }, { ...facts, authorRole: 'instructor' })).toBe(false);
  });
  it('accept: who asked, or staff, and only a question’s', () => {
    const thread = { kind: 'question', authorId: 'a', locked: false } as const;
    expect(mayAccept({ enrolmentId: 'a', role: 'student' }, thread)).toBe(true);
    expect(mayAccept({ enrolmentId: 'b', role: 'student' }, thread)).toBe(false);
    expect(mayAccept({ enrolmentId: 'b', role: 'assistant' }, { ...thread, kind: 'discussion' })).toBe(false);
  });
});

describe('the order of reading', () => {
  it('puts replies after their post, and lets none fall out whose post is gone', () => {
    const of = (id: string, parentId: string | null = null) => ({ id, parentId });
    const ordered = inReadingOrder([of('1'), of('2'), of('1a', '1'), of('x', 'gone'), of('1b', '1'), of('3')]);
    expect(ordered.map(({ id }) => id)).toEqual(['1', '1a', '1b', '2', 'x', '3']);
    expect(kindInWords('question', false, true)).toBe('Question, answered');
  });
});
