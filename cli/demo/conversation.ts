import { randomUUID } from 'node:crypto';
import type { Enrolment, EnrolmentAs } from '@/lib/authz/enrolment';
import { at } from '@/lib/kernel/clock';
import type { Ctx } from '@/lib/kernel/ctx';
import { acceptPost } from '@/lib/threads/accept-post';
import { createAnnouncement } from '@/lib/threads/create-announcement';
import { createPost } from '@/lib/threads/create-post';
import { createThread } from '@/lib/threads/create-thread';
import { markAllThreadsRead } from '@/lib/threads/mark-read';
import { chance } from './model';
import { DAY, HOUR, must } from './study';
import { type Author, type DemoThread, THREADS } from './talk';

export interface DemoStaff {
  readonly instructor: EnrolmentAs<'instructor'>;
  readonly assistant: Enrolment;
  readonly student: Enrolment;
}

interface Class {
  readonly students: readonly Enrolment[];
  readonly staff: DemoStaff;
  readonly began: Date;
  readonly until: Date;
}

/** Says what the class has said, each post at its time; then most have read most of it. Returns the number of threads. */
export async function talk(ctx: Ctx, { students, staff, began, until }: Class): Promise<number> {
  const who = (author: Author): Enrolment => {
    const found = typeof author === 'number' ? students[author] : staff[author];
    if (!found) throw new Error(`Nobody of the class is ${author}`);
    return found;
  };
  const places = await readPlaces(ctx, staff.instructor.courseId);
  for (const thread of THREADS) {
    const start = Math.min(began.getTime() + thread.day * DAY + 10 * HOUR, until.getTime() - 30 * HOUR);
    const opened = await at(ctx, new Date(start), (ctx) => open(ctx, thread, who(thread.by), staff, places));
    const posts = [opened.postId];
    // One level of reply and no more: a reply to a reply hangs on what that one hangs on.
    const parents: (string | null)[] = [null];
    for (const { by, after, text, to, accepted } of thread.posts) {
      const when = new Date(Math.min(start + after * HOUR, until.getTime() - 60_000));
      const parent = !to ? null : (parents[to] ?? posts[to] ?? null);
      const { postId } = await at(ctx, when, async (ctx) =>
        must(await createPost(ctx, who(by), { thread: opened.threadId, parent, markdown: text, once: randomUUID() })),
      );
      parents.push(parent);
      posts.push(postId);
      if (accepted) {
        await at(ctx, new Date(when.getTime() + HOUR / 2), async (ctx) =>
          must(await acceptPost(ctx, who(thread.by), { thread: opened.threadId, post: postId })),
        );
      }
    }
  }
  for (const [i, student] of students.entries()) {
    const when = new Date(until.getTime() - (0.2 + 6 * chance(`seen ${i}`)) * DAY);
    if (chance(`reads ${i}`) < 0.8)
      await at(ctx, when, async (ctx) => must(await markAllThreadsRead(ctx, student, {})));
  }
  return THREADS.length;
}

type Places = ReadonlyMap<number, { readonly slug: string; readonly passages: readonly string[] }>;

async function readPlaces(ctx: Ctx, courseId: string): Promise<Places> {
  const lessons = await ctx.db.lesson.findMany({
    where: { courseId, hiddenAt: null },
    include: {
      currentVersion: { include: { passages: { orderBy: { position: 'asc' }, include: { passage: true } } } },
    },
  });
  return new Map(
    lessons.map(({ slug, position, currentVersion }) => [
      position,
      { slug, passages: currentVersion?.passages.map(({ passage }) => passage.key) ?? [] },
    ]),
  );
}

async function open(ctx: Ctx, thread: DemoThread, author: Enrolment, staff: DemoStaff, places: Places) {
  const { kind, title, text: markdown } = thread;
  if (kind === 'announcement') {
    return must(await createAnnouncement(ctx, staff.instructor, { title, markdown, once: randomUUID() }));
  }
  const place = thread.lesson === undefined ? undefined : places.get(thread.lesson);
  const passage = thread.passage === undefined ? null : (place?.passages[thread.passage - 1] ?? null);
  return must(
    await createThread(ctx, author, {
      kind,
      title,
      markdown,
      lesson: place?.slug ?? null,
      passage,
      quote: null,
      once: randomUUID(),
    }),
  );
}
