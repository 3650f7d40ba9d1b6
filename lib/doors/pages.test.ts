import path from 'node:path';
import { isValidElement, type ReactNode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PageTitle } from '@/components/shell/page-title';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { NO_SUCH_ID } from '@/lib/testing/doors/inputs';
import { sendAs } from '@/lib/testing/doors/request-double';
import { layTwoCourses, type Things, type TwoCourses } from '@/lib/testing/doors/two-courses';
import { fingerprint } from '@/lib/testing/fingerprint';
import { sourceFiles } from '@/lib/testing/imports';

vi.mock('next/headers', () => import('@/lib/testing/doors/request-double'));

const { pool } = testDb();
let world: TwoCourses;
beforeAll(async () => {
  // What next.config.js turns on: 403 for who is of the course, but not in the role.
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true');
  world = await layTwoCourses(makeCtx(null, new Date()));
});

type Names = Readonly<Record<string, string>>;
interface PageModule {
  default(props: { params: Promise<Names>; searchParams: Promise<Names> }): Promise<ReactNode>;
}

/** What an address of a course names, beside the course: a thing of the course, and what a classmate has alone. */
const NAMED: Readonly<Record<string, (of: Things) => string>> = {
  lesson: ({ lesson }) => lesson,
  quiz: ({ quiz }) => quiz,
  attempt: ({ attempt }) => attempt,
  thread: ({ thread }) => thread,
  post: ({ post }) => post,
  enrolment: ({ annsEnrolment }) => annsEnrolment,
};
/** Names that no address has. */
const ODD = ['none-such', NO_SUCH_ID, '[object Object]', "' or 1=1 --", '..', '%00', '__proto__', 'x'.repeat(300)];

const pages = sourceFiles().filter((file) => /^app\/.*page\.tsx$/.test(file));
const inCourse = pages.filter((file) => file.startsWith('app/courses/[course]/'));
const namesOf = (file: string): string[] => [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
const paramsOf = (file: string, of: Things): Names =>
  Object.fromEntries(namesOf(file).map((name) => [name, name === 'course' ? of.course : (NAMED[name]?.(of) ?? 'x')]));
/** Ann's, but for what only staff may open. */
const whoReads = (file: string) => (file.includes('/teach/') ? 'teacher' : 'ann');

/** Makes what is shown: the page's own elements, and those of every part that reads for itself. How many titles it has. */
async function show(node: ReactNode): Promise<number> {
  const shown = await node;
  if (Array.isArray(shown)) {
    let titles = 0;
    for (const each of shown) titles += await show(each);
    return titles;
  }
  if (!isValidElement<{ children?: ReactNode }>(shown)) return 0;
  const { type, props } = shown;
  if (type === PageTitle) return 1;
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction')
    return show((type as (props: object) => ReactNode)(props));
  return show(props.children);
}

/** "shown", "404", "403", or where one is sent. */
async function visit(file: string, params: Names): Promise<string> {
  const module = (await import(path.resolve(file))) as PageModule;
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
  try {
    const titles = await show(await module.default(props));
    return titles === 1 ? 'shown' : `shown with ${titles} titles`;
  } catch (error) {
    const digest = String((error as { digest?: string }).digest ?? '');
    const [, status] = /^NEXT_HTTP_ERROR_FALLBACK;(\d+)$/.exec(digest) ?? [];
    if (status) return status;
    if (digest.startsWith('NEXT_REDIRECT')) return digest.split(';')[2] ?? 'sent on';
    throw error;
  }
}

describe('T-AUTHZ-3: a page shows only what is of the course in its address', () => {
  it('names what every address holds', () => {
    const names = new Set(inCourse.flatMap(namesOf));
    expect([...names].sort()).toEqual([...Object.keys(NAMED), 'course'].sort());
  });

  it.each(inCourse)('%s', async (file) => {
    await sendAs(world.people[whoReads(file)]);
    const own = paramsOf(file, world.here);
    expect(await visit(file, file.includes('/review/') ? { ...own, attempt: world.here.endedAttempt } : own)).toBe(
      'shown',
    );
    expect(await visit(file, { ...own, course: 'none-such' })).toBe('404');
    const names = namesOf(file).filter((name) => name !== 'course');
    if (names.length > 0) expect(await visit(file, { ...own, course: world.there.course })).toBe('404');
    for (const name of names) {
      for (const value of [NAMED[name]?.(world.there) ?? '', ...ODD])
        expect(await visit(file, { ...own, [name]: value }), `${name}: ${value}`).toBe('404');
    }
    if (names.includes('post')) {
      expect(await visit(file, { ...own, thread: world.here.bensThread })).toBe('404');
    }
  });

  it.each(inCourse.filter((file) => namesOf(file).includes('attempt')))(
    'nor a classmate’s attempt: %s',
    async (file) => {
      await sendAs(world.people.ann);
      const params = { course: world.here.course, attempt: world.here.bensAttempt };
      expect(await visit(file, params)).toBe(file.includes('/teach/') ? '403' : '404');
    },
  );
});

describe('T-CSRF-1: looking changes nothing', () => {
  it.each(['ann', 'assistant', 'teacher', 'admin', null] as const)('every page twice, as %s', async (who) => {
    await sendAs(who && world.people[who]);
    const before = await fingerprint(pool);
    const seen = new Map<string, number>();
    for (const file of [...pages, ...pages]) {
      const answer = await visit(file, paramsOf(file, world.here));
      seen.set(answer, (seen.get(answer) ?? 0) + 1);
    }
    expect(await fingerprint(pool)).toEqual(before);
    expect(seen.get('shown') ?? 0).toBeGreaterThan(10);
  });
});
