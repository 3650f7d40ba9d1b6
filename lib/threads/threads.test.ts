import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { ctxAt, enrol, type LaidCourse, layCourse, passageKey } from '@/lib/testing/lessons';
import { asInstructor, ask, asStaff, codeOf, later, must, write } from '@/lib/testing/threads';
import { acceptPost } from './accept-post';
import { arrangeThread } from './arrange-thread';
import { createAnnouncement } from './create-announcement';
import { createPost } from './create-post';
import { createThread } from './create-thread';
import { deletePost } from './delete-post';
import { editPost } from './edit-post';
import { countThreadsByPassage, listPinnedAnnouncements } from './elsewhere';
import { hidePost, showPost } from './hide-post';
import { markAllThreadsRead, markThreadRead } from './mark-read';
import { countNewPosts, countNewThreads, findPost, findThread, listEditions, listThreads } from './queries';
import { answeredByStaff } from './rules';
import { CreatePost, CreateThread, EditPost, HidePost, ThreadFilter } from './schema';

testDb();
let ctx = ctxAt('2026-09-01T10:00:00Z');
const ALL = ThreadFilter.parse({});
let course: LaidCourse;
let mina: Enrolment;
let leo: Enrolment;
let assistant: Enrolment;
let instructor: Enrolment;
let stranger: Enrolment;
let thread: { threadId: string; postId: string };

beforeAll(async () => {
  course = await layCourse(ctx, 'one', [
    { slug: 'first', passages: 3 },
    { slug: 'secret', passages: 1, hidden: true },
  ]);
  const elsewhere = await layCourse(ctx, 'two', [{ slug: 'first', passages: 1 }]);
  mina = await enrol(ctx, course, 'student', 'Mina');
  leo = await enrol(ctx, course, 'student', 'Leo');
  assistant = await enrol(ctx, course, 'assistant', 'Ana');
  instructor = await enrol(ctx, course, 'instructor', 'Park');
  stranger = await enrol(ctx, elsewhere, 'instructor', 'Stef');
});

beforeEach(async () => {
  ctx = later(ctx, 120);
  thread = await ask(ctx, mina, 'Do individual claims survive?', { passage: passageKey('first', 2) });
});

const see = async (me: Enrolment, id = thread.threadId) => {
  const found = await findThread(ctx, me, id);
  if (!found) throw new Error('not seen');
  return found;
};
const notices = (me: Enrolment, where: object = {}) =>
  ctx.db.notification.findMany({ where: { enrolmentId: me.enrolmentId, ...where } });

describe('a thread on a passage', () => {
  it('shows the passage with its number and words, and is counted beside it', async () => {
    const found = await see(leo);
    expect(found).toMatchObject({
      lesson: { slug: 'first', position: 1 },
      passage: { key: passageKey('first', 2), number: '1.2' },
      quote: { whole: true, lost: false },
    });
    const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id, slug: 'first' } });
    const counts = await countThreadsByPassage(ctx, leo, [lesson.id]);
    expect(counts.get(passageKey('first', 2))).toBeGreaterThan(0);
    expect(counts.has(passageKey('first', 3))).toBe(false);
    const lessons = await ctx.db.lesson.findMany({ where: { courseId: course.id } });
    expect(lessons.length).toBeGreaterThan(1);
    const ids = lessons.map(({ id }) => id);
    expect((await countThreadsByPassage(ctx, leo, ids)).get(passageKey('first', 2))).toBe(
      counts.get(passageKey('first', 2)),
    );
    expect(await countThreadsByPassage(ctx, leo, [])).toEqual(new Map());
    const listed = await listThreads(ctx, leo, { ...ALL, passage: passageKey('first', 2) });
    expect(listed.threads.map(({ id }) => id)).toContain(thread.threadId);
    expect((await listThreads(ctx, leo, { ...ALL, passage: passageKey('first', 3) })).total).toBe(0);
  });

  it('keeps words of the passage with what stands around them, and refuses words that are not there', async () => {
    const quoted = await ask(ctx, mina, 'About these words', { passage: passageKey('first', 1), quote: 'say little' });
    expect((await see(leo, quoted.threadId)).quote).toEqual({ text: 'say little', whole: false, lost: false });
    const { anchor } = await ctx.db.thread.findFirstOrThrow({
      where: { id: quoted.threadId },
      include: { anchor: true },
    });
    expect(anchor).toMatchObject({ start: 11, end: 21, prefix: 'Words that ' });
    const wrong = { kind: 'question', title: 'Wrong words', markdown: 'x', once: randomUUID() };
    const input = CreateThread.parse({ ...wrong, passage: passageKey('first', 1), quote: 'never said' });
    expect(codeOf(await createThread(ctx, mina, input))).toBe('quote-not-found');
    const hidden = CreateThread.parse({ ...wrong, passage: passageKey('secret', 1) });
    expect(codeOf(await createThread(ctx, mina, hidden))).toBe('not-found');
    expect(codeOf(await createThread(ctx, instructor, hidden))).toBe('ok');
  });

  it('says that the words are gone, and shows those it was about, when the lesson lost the passage', async () => {
    const quoted = await ask(ctx, mina, 'Will be lost', { passage: passageKey('first', 3) });
    const { anchorId } = await ctx.db.thread.findFirstOrThrow({ where: { id: quoted.threadId } });
    const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id, slug: 'first' } });
    await ctx.db.anchorResolution.create({
      data: { anchorId: anchorId ?? '', lessonVersionId: lesson.currentVersionId ?? '', state: 'lost' },
    });
    const found = await see(leo, quoted.threadId);
    expect(found).toMatchObject({ passage: null, lesson: { slug: 'first' }, quote: { lost: true } });
    expect(found.quote?.text).toContain('Words that say little');
  });
});

describe('writing', () => {
  it('I-24 posts once what is sent twice, even at once, and never takes other words for the first ones', async () => {
    const once = randomUUID();
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'Yes.', once });
    const sent = await Promise.all([1, 2, 3].map(() => createPost(ctx, leo, input)));
    expect(new Set(sent.map((each) => must(each).postId)).size).toBe(1);
    const other = await createPost(ctx, leo, CreatePost.parse({ thread: thread.threadId, markdown: 'No.', once }));
    expect(must(other).postId).not.toBe(sent[0] && must(sent[0]).postId);
    expect((await see(mina)).posts).toHaveLength(3);
    const asked = CreateThread.parse({ kind: 'question', title: 'Twice', markdown: 'x', once });
    const threads = await Promise.all([1, 2].map(() => createThread(ctx, leo, asked)));
    expect(new Set(threads.map((each) => must(each).threadId)).size).toBe(1);
  });

  it('has one level of replies: a reply to a reply is refused, one to the opening post is of the first level', async () => {
    const first = await write(ctx, leo, thread.threadId, 'I think so.', thread.postId);
    const reply = await write(ctx, mina, thread.threadId, 'Why?', first);
    const second = await write(ctx, leo, thread.threadId, 'Another thought.');
    const deeper = CreatePost.parse({ thread: thread.threadId, parent: reply, markdown: 'x', once: randomUUID() });
    expect(codeOf(await createPost(ctx, leo, deeper))).toBe('too-deep');
    const { posts } = await see(leo);
    expect(posts.map(({ id, parentId }) => [id, parentId])).toEqual([
      [thread.postId, null],
      [first, null],
      [reply, first],
      [second, null],
    ]);
  });

  it('dates posts in the order of their commits, so that "read up to" misses none', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((words) => write(ctx, leo, thread.threadId, words)));
    const times = (await see(mina)).posts.map(({ at }) => at);
    expect(new Set(times).size).toBe(5);
    expect(times).toEqual([...times].sort());
  });

  it('I-23 tells who asked and who was replied to, each once, and nobody of their own words', async () => {
    const first = await write(ctx, leo, thread.threadId, 'I think so.');
    expect(await notices(mina, { postId: first })).toMatchObject([{ reason: 'replied', readAt: null }]);
    expect(await notices(leo, { postId: first })).toEqual([]);
    const reply = await write(ctx, instructor, thread.threadId, 'Indeed.', first);
    expect(await notices(leo, { postId: reply })).toHaveLength(1);
    expect(await notices(mina, { postId: reply })).toHaveLength(1);
    const own = await write(ctx, mina, thread.threadId, 'Thanks.');
    expect(await notices(mina, { postId: own })).toEqual([]);
  });

  it('I-23 tells nobody of what was rolled back', async () => {
    const before = (await notices(mina)).length;
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'Half', once: randomUUID() });
    // The ring comes last; here it fails, as it would on a connection that dies before the commit.
    const broken: Ctx = {
      ...ctx,
      db: new Proxy(ctx.db, {
        get: (db, name) =>
          name === '$transaction'
            ? (work: (tx: unknown) => Promise<unknown>, options: object) =>
                (db as never as { $transaction: (w: unknown, o: object) => Promise<unknown> }).$transaction(
                  async (tx: unknown) => {
                    await work(tx);
                    throw new Error('the connection died');
                  },
                  options,
                )
            : Reflect.get(db, name),
        has: (db, name) => Reflect.has(db, name),
      }),
    };
    await expect(createPost(broken, leo, input)).rejects.toThrow('the connection died');
    expect((await notices(mina)).length).toBe(before);
    expect((await see(mina)).posts).toHaveLength(1);
    must(await createPost(ctx, leo, input));
    expect((await notices(mina)).length).toBe(before + 1);
  });

  it('is slowed down after fifteen posts in a minute, without losing words', async () => {
    const sam = await enrol(ctx, course, 'student', 'Sam');
    for (let i = 0; i < 15; i++) await write(ctx, sam, thread.threadId, `post ${i}`);
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'one more', once: randomUUID() });
    expect(codeOf(await createPost(ctx, sam, input))).toBe('too-many');
  });
});

describe('changing', () => {
  it('I-24 keeps what an edited post said before, for everybody who sees it', async () => {
    const edit = EditPost.parse({ post: thread.postId, markdown: 'Better *words*.', version: 1 });
    expect(must(await editPost(later(ctx, 60), mina, edit)).version).toBe(2);
    expect(codeOf(await editPost(ctx, mina, EditPost.parse({ ...edit, markdown: 'From an old tab.' })))).toBe(
      'changed',
    );
    expect(codeOf(await editPost(ctx, mina, edit))).toBe('ok');
    const post = await findPost(ctx, leo, thread.postId);
    expect(post?.html).toContain('<em>words</em>');
    const editions = post ? await listEditions(ctx, post) : [];
    expect(editions.map(({ n }) => n)).toEqual([2, 1]);
    expect(editions[1]?.html).toContain('The words of Do individual');
  });

  it('T-AUTHZ lets nobody edit or delete the words of another, staff included', async () => {
    for (const me of [leo, assistant, instructor]) {
      const edit = EditPost.parse({ post: thread.postId, markdown: 'Mine now', version: 1 });
      expect(codeOf(await editPost(ctx, me, edit))).toBe('not-allowed');
      expect(codeOf(await deletePost(ctx, me, { post: thread.postId }))).toBe('not-allowed');
    }
    expect(codeOf(await deletePost(ctx, stranger, { post: thread.postId }))).toBe('not-found');
  });

  it('leaves a line in the place of a deleted post, whose words reach nobody', async () => {
    const first = await write(ctx, leo, thread.threadId, 'canary-deleted');
    const reply = await write(ctx, mina, thread.threadId, 'A reply that stays.', first);
    must(await deletePost(ctx, leo, { post: first }));
    for (const me of [mina, leo, instructor]) {
      const found = await see(me);
      expect(JSON.stringify(found)).not.toContain('canary-deleted');
      expect(found.posts.find(({ id }) => id === first)).toMatchObject({ deleted: true, author: null, html: null });
      expect(found.posts.map(({ id }) => id)).toContain(reply);
      expect(await findPost(ctx, me, first)).toBeNull();
    }
    expect(await notices(mina, { postId: first })).toEqual([]);
  });

  it('lets who asked, or staff, accept a post, and nobody else', async () => {
    const answer = await write(ctx, leo, thread.threadId, 'Because of Article II.');
    const input = { thread: thread.threadId, post: answer };
    expect(codeOf(await acceptPost(ctx, leo, input))).toBe('not-allowed');
    expect(codeOf(await acceptPost(ctx, mina, { ...input, post: thread.postId }))).toBe('not-found');
    must(await acceptPost(ctx, mina, input));
    expect((await see(leo)).accepted).toBe(answer);
    expect((await listThreads(ctx, leo, { ...ALL, show: 'unanswered' })).threads.map(({ id }) => id)).not.toContain(
      thread.threadId,
    );
    must(await deletePost(ctx, leo, { post: answer }));
    expect((await see(leo)).accepted).toBeNull();
  });

  it('is answered when staff have written in it, in the list and in the thread; asking is not answering', async () => {
    const asked = await ask(ctx, assistant, 'What would change your mind?');
    const said = async (id: string) => {
      const { threads } = await listThreads(ctx, mina, ALL);
      return [threads.find((each) => each.id === id)?.answeredByStaff, answeredByStaff(await see(mina, id))];
    };
    expect(await said(asked.threadId)).toEqual([false, false]);
    await write(ctx, leo, asked.threadId, 'A ruling.');
    expect(await said(asked.threadId)).toEqual([false, false]);
    await write(ctx, instructor, asked.threadId, 'Say which one.');
    expect(await said(asked.threadId)).toEqual([true, true]);
  });

  it('closes a thread for students, while staff go on', async () => {
    must(await arrangeThread(ctx, asStaff(assistant), { thread: thread.threadId, change: 'lock' }));
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'Late', once: randomUUID() });
    expect(codeOf(await createPost(ctx, leo, input))).toBe('locked');
    const edit = EditPost.parse({ post: thread.postId, markdown: 'Late', version: 1 });
    expect(codeOf(await editPost(ctx, mina, edit))).toBe('not-allowed');
    expect(codeOf(await createPost(ctx, assistant, input))).toBe('ok');
    expect(codeOf(await arrangeThread(ctx, asStaff(assistant), { thread: thread.threadId, change: 'pin' }))).toBe(
      'not-allowed',
    );
    must(await arrangeThread(ctx, asStaff(instructor), { thread: thread.threadId, change: 'pin' }));
    expect((await listThreads(ctx, leo, ALL)).threads[0]?.id).toBe(thread.threadId);
    must(await arrangeThread(ctx, asStaff(instructor), { thread: thread.threadId, change: 'unpin' }));
  });
});

describe('a hidden post', () => {
  const hide = (me: Enrolment, post: string) =>
    hidePost(ctx, asStaff(me), HidePost.parse({ post, reason: 'Names a classmate.' }));

  it('never travels to other students; its author keeps a copy with the reason; the act is on record', async () => {
    const first = await write(ctx, leo, thread.threadId, 'canary-hidden');
    must(await hide(assistant, first));
    const theirs = await see(mina);
    expect(JSON.stringify(theirs)).not.toContain('canary-hidden');
    expect(theirs.posts).toHaveLength(1);
    expect(await findPost(ctx, mina, first)).toBeNull();
    expect(await notices(mina, { postId: first })).toEqual([]);
    const own = (await see(leo)).posts.find(({ id }) => id === first);
    expect(own).toMatchObject({ hidden: true, reason: 'Names a classmate.', mine: true });
    expect(own?.html).toContain('canary-hidden');
    expect((await see(assistant)).posts.find(({ id }) => id === first)?.html).toContain('canary-hidden');
    const acts = await ctx.db.audit.findMany({ where: { subjectId: first } });
    expect(acts).toMatchObject([{ act: 'post.hidden', actorId: assistant.personId }]);
    must(await showPost(ctx, asStaff(assistant), { post: first }));
    expect(JSON.stringify(await see(mina))).toContain('canary-hidden');
  });

  it('is a gap without name or words where a reply hangs on it', async () => {
    const first = await write(ctx, leo, thread.threadId, 'canary-gap');
    await write(ctx, mina, thread.threadId, 'I disagree.', first);
    must(await hide(instructor, first));
    const { posts } = await see(mina);
    expect(posts).toHaveLength(3);
    expect(posts[1]).toMatchObject({ id: first, hidden: true, author: null, role: null, html: null, reason: null });
    const reply = CreatePost.parse({ thread: thread.threadId, parent: first, markdown: 'x', once: randomUUID() });
    expect(codeOf(await createPost(ctx, mina, reply))).toBe('not-found');
  });

  it('is no accepted answer any more: the question waits again', async () => {
    const answer = await write(ctx, leo, thread.threadId, 'Rude, but right.');
    must(await acceptPost(ctx, mina, { thread: thread.threadId, post: answer }));
    must(await hide(assistant, answer));
    expect((await see(mina)).accepted).toBeNull();
    const waiting = await listThreads(ctx, mina, { ...ALL, show: 'unanswered' });
    expect(waiting.threads.map(({ id }) => id)).toContain(thread.threadId);
  });

  it('takes its thread along, title and counts, when it is the opening post', async () => {
    must(await hide(instructor, thread.postId));
    expect(await findThread(ctx, leo, thread.threadId)).toBeNull();
    expect((await listThreads(ctx, leo, ALL)).threads.map(({ id }) => id)).not.toContain(thread.threadId);
    expect(codeOf(await countNewPosts(ctx, leo, { thread: thread.threadId, after: new Date(0) }))).toBe('not-found');
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'x', once: randomUUID() });
    expect(codeOf(await createPost(ctx, leo, input))).toBe('not-found');
    expect((await see(mina)).posts[0]).toMatchObject({ hidden: true, mine: true });
    must(await showPost(ctx, asStaff(instructor), { post: thread.postId }));
    expect(await findThread(ctx, leo, thread.threadId)).not.toBeNull();
  });

  it('is not an instructor’s, when an assistant would hide it', async () => {
    const words = await write(ctx, instructor, thread.threadId, 'From the chair.');
    expect(codeOf(await hide(assistant, words))).toBe('not-allowed');
    expect(codeOf(await hide(instructor, words))).toBe('ok');
    expect(codeOf(await showPost(ctx, asStaff(assistant), { post: words }))).toBe('not-allowed');
  });
});

describe('what is new', () => {
  const row = async (me: Enrolment) =>
    (await listThreads(ctx, me, ALL)).threads.find(({ id }) => id === thread.threadId);

  it('counts posts by others until they were seen, and never one’s own', async () => {
    expect((await row(mina))?.unread).toBe(0);
    expect((await row(leo))?.unread).toBe(1);
    await write(ctx, leo, thread.threadId, 'One.');
    await write(ctx, instructor, thread.threadId, 'Two.');
    expect((await row(mina))?.unread).toBe(2);
    expect((await row(leo))?.unread).toBe(2);
    expect((await listThreads(ctx, mina, { ...ALL, show: 'unread' })).threads.map(({ id }) => id)).toContain(
      thread.threadId,
    );
    const { newestAt } = await see(mina);
    const upTo = new Date(newestAt ?? 0);
    must(await markThreadRead(later(ctx, 5), mina, { thread: thread.threadId, upTo }));
    expect((await row(mina))?.unread).toBe(0);
    expect(await notices(mina, { threadId: thread.threadId, readAt: null })).toEqual([]);
    must(await markThreadRead(ctx, mina, { thread: thread.threadId, upTo: new Date(0) }));
    expect((await row(mina))?.unread).toBe(0);
    await write(ctx, leo, thread.threadId, 'Three.');
    expect((await row(mina))?.unread).toBe(1);
    expect(must(await countNewPosts(ctx, mina, { thread: thread.threadId, after: upTo })).count).toBe(1);
    expect(must(await countNewPosts(ctx, leo, { thread: thread.threadId, after: upTo })).count).toBe(0);
    expect(must(await countNewThreads(ctx, mina, { after: upTo })).count).toBe(1);
    must(await markAllThreadsRead(ctx, mina, {}));
    expect((await listThreads(ctx, mina, { ...ALL, show: 'unread' })).total).toBe(0);
  });

  it('T-AUTHZ does not exist for anybody of another course', async () => {
    expect(await findThread(ctx, stranger, thread.threadId)).toBeNull();
    expect(codeOf(await markThreadRead(ctx, stranger, { thread: thread.threadId, upTo: ctx.now }))).toBe('not-found');
    const input = CreatePost.parse({ thread: thread.threadId, markdown: 'x', once: randomUUID() });
    expect(codeOf(await createPost(ctx, stranger, input))).toBe('not-found');
    expect((await listThreads(ctx, stranger, ALL)).total).toBe(0);
  });
});

describe('an announcement', () => {
  it('I-23 is pinned and told to everybody once, its author excepted, and students may answer it', async () => {
    const input = { title: 'No class on Friday', markdown: 'Read lesson 3.', once: randomUUID() };
    const first = must(await createAnnouncement(ctx, asInstructor(instructor), input));
    must(await createAnnouncement(ctx, asInstructor(instructor), input));
    for (const me of [mina, leo, assistant]) {
      expect(await notices(me, { threadId: first.threadId })).toMatchObject([{ reason: 'announced' }]);
    }
    expect(await notices(instructor, { threadId: first.threadId })).toEqual([]);
    expect(await notices(stranger)).toEqual([]);
    expect((await listPinnedAnnouncements(ctx, mina))[0]).toMatchObject({ title: 'No class on Friday', unread: true });
    expect((await listPinnedAnnouncements(ctx, instructor))[0]).toMatchObject({ unread: false });
    await write(ctx, mina, first.threadId, 'Thank you.');
    expect(await notices(instructor, { threadId: first.threadId })).toHaveLength(1);
  });
});

describe('what travels and what comes in', () => {
  it('T-LEAK-5 gives of an author a name and a role: no e-mail address, no id of a person', async () => {
    await write(ctx, instructor, thread.threadId, 'Hello.');
    const travelling = JSON.stringify([await see(leo), await listThreads(ctx, leo, ALL)]);
    for (const me of [mina, instructor]) {
      expect(travelling).toContain(me.displayName);
      expect(travelling).not.toContain(me.personId);
    }
    expect(travelling).not.toMatch(/@example\.test/);
  });

  it('T-MASS-1 takes no role, author, date or state from a form', () => {
    const post = { thread: thread.threadId, markdown: 'x', once: randomUUID() };
    const asked = { kind: 'question', title: 'A title', markdown: 'x', once: randomUUID() };
    for (const extra of [
      { id: randomUUID() },
      { enrolmentId: instructor.enrolmentId },
      { createdAt: '2020-01-01T00:00:00Z' },
      { html: '<script>' },
      { hiddenAt: null },
      { role: 'instructor' },
      { acceptedPostId: randomUUID() },
      { pinnedAt: '2020-01-01T00:00:00Z' },
    ]) {
      expect(CreatePost.safeParse({ ...post, ...extra }).success).toBe(false);
      expect(CreateThread.safeParse({ ...asked, ...extra }).success).toBe(false);
    }
    expect(CreateThread.safeParse({ ...asked, kind: 'announcement' }).success).toBe(false);
    for (const bad of [{ contains: '' }, ['x'], 1, null, undefined, '   ', 'x'.repeat(20_001)]) {
      expect(CreatePost.safeParse({ ...post, markdown: bad }).success).toBe(false);
    }
    expect(CreatePost.parse({ ...post, markdown: 'a\0b\ud800' }).markdown).toBe('ab\ufffd');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript&#58;alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<form id=__proto__><input name=action></form>',
    '<p style="position:fixed;inset:0">over</p>',
    '![x](https://canary.example/pixel.png)',
    '`</code><script>alert(1)</script>`',
    '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
    '[ref]: javascript:alert(1)\n\n[ref]',
    '[ref]: https://example.org\n\n[ref]',
    'autolink <javascript:alert(1)> and www.example.org',
  ])('T-XSS-1 shows %s as words, wherever a post is shown', async (markdown) => {
    const bad = await ask(ctx, mina, 'A corpus', { markdown });
    const html = (await see(instructor, bad.threadId)).posts[0]?.html ?? '';
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
    for (const [, tag = '', attributes = ''] of tags) {
      expect(tag).toMatch(/^(p|a|code|pre|em|strong|del|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|br|hr)$/);
      expect(attributes).not.toMatch(/\son\w+|style=|id=|javascript:|data:|vbscript:/i);
    }
    for (const [, attributes] of html.matchAll(/<a([^>]*)>/g)) expect(attributes).toContain('nofollow noopener');
  });
});
