import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as read } from '@/app/api/v1/courses/[course]/lessons/[lesson]/read/route';
import { POST as signOut } from '@/app/api/v1/sign-out/route';
import { POST as theme } from '@/app/api/v1/theme/route';
import type { Enrolment } from '@/lib/authz/enrolment';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { enrol, type LaidCourse, layCourse } from '@/lib/testing/lessons';
import { makePerson, nextRequest } from '@/lib/testing/people';
import { readClaims, sessionCookie } from './claims';
import { openSession } from './sessions';

const SITE = 'http://127.0.0.1:3000';
const FORM = 'application/x-www-form-urlencoded';
const browser = vi.hoisted(() => ({
  jar: new Map<string, { value: string; maxAge?: number }>(),
  headers: {} as Record<string, string>,
}));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: '127.0.0.1:3000', ...browser.headers }),
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string, rules: { maxAge?: number }) =>
      rules.maxAge === 0 ? browser.jar.delete(name) : browser.jar.set(name, { value, ...rules }),
  }),
}));

testDb();
const ctx = makeCtx(null, new Date('2026-03-02T09:00:00Z'));
beforeEach(() => {
  browser.jar.clear();
  browser.headers = { origin: SITE, referer: `${SITE}/courses/seoul-tokyo/threads?page=2` };
});

const sent = (body: string, type = FORM, accept = 'text/html,*/*;q=0.8'): Request =>
  new Request(`${SITE}/api/v1`, { method: 'POST', body, headers: { 'content-type': type, accept } });
const told = ({ status, headers }: Response) => [status, headers.get('location')];
/** Where it leads, as Next reads it: a redirect that is thrown. */
const left = async (going: Promise<Response>): Promise<string | undefined> =>
  going.then(
    ({ status }) => `stayed: ${status}`,
    ({ digest }: { digest?: string }) => digest?.split(';')[2],
  );

describe('The theme, chosen without JavaScript', () => {
  it('is kept in this browser, and one is back on the page where one was', async () => {
    expect(told(await theme(sent('theme=dark')))).toEqual([303, '/courses/seoul-tokyo/threads?page=2']);
    expect(browser.jar.get('lectern.theme')).toMatchObject({ value: 'dark', maxAge: 31_536_000, path: '/' });
    expect(told(await theme(sent('theme=system')))).toEqual([303, '/courses/seoul-tokyo/threads?page=2']);
    expect(browser.jar.size).toBe(0);
  });

  it.each([
    ['', '/'],
    ['no address', '/'],
    ['https://evil.example/help', '/help'],
    [`${SITE}//evil.example/`, '/'],
    [`${SITE}/%2F/evil.example`, '/'],
    [`${SITE}/%5Cevil.example`, '/'],
    ['javascript:alert(1)', '/'],
    ['data:text/html,x', '/'],
  ])('leads to no other site: %j', async (referer, to) => {
    browser.headers = { origin: SITE, ...(referer && { referer }) };
    expect(told(await theme(sent('theme=light')))).toEqual([303, to]);
  });

  it.each(['theme=blue', 'theme=dark&theme=light', 'theme=dark&next=%2F', ''])(
    'is none of a form that is not its own: %s',
    async (body) => {
      expect((await theme(sent(body))).status).toBe(422);
      expect(browser.jar.size).toBe(0);
    },
  );
});

describe('Signing out without JavaScript', () => {
  it('ends the session, for a copy of its cookie too, and leads home', async () => {
    const mina = await makePerson(ctx);
    await openSession(ctx, mina.cookie);
    const claims = await readClaims(browser.jar);
    if (!claims) throw new Error('Nobody is signed in');
    expect((await nextRequest(ctx, claims)).viewer?.personId).toBe(mina.personId);
    expect(await left(signOut(sent('')))).toBe('/');
    expect(browser.jar.size).toBe(0);
    expect((await nextRequest(ctx, claims)).viewer).toBeNull();
  });
});

describe('A lesson, marked as read', () => {
  const mark = (course: string, lesson: string, accept?: string): Promise<Response> =>
    read(sent('', FORM, accept), { params: Promise.resolve({ course, lesson }) });
  let course: LaidCourse;
  let mina: Enrolment;
  beforeAll(async () => {
    course = await layCourse(ctx, 'marked', [
      { slug: 'first', passages: 3 },
      { slug: 'second', passages: 2 },
    ]);
    mina = await enrol(ctx, course, 'student', 'Mina');
  });
  const readBy = (who: Enrolment): Promise<number> =>
    ctx.db.progress.count({ where: { enrolmentId: who.enrolmentId } });
  beforeEach(() => openSession(ctx, { personId: mina.personId, sessionVersion: 1 }));

  it('leads back to the page where one was, and a script is told how much is read', async () => {
    expect(told(await mark(course.slug, 'first'))).toEqual([303, '/courses/seoul-tokyo/threads?page=2']);
    expect(await readBy(mina)).toBe(3);
    const answer = await mark(course.slug, 'first', 'application/json');
    expect([answer.status, await answer.json()]).toEqual([200, { read: 3, of: 3 }]);
  });

  it('leads who is signed out to sign in, and back; a script is told', async () => {
    browser.jar.clear();
    const next = encodeURIComponent('/courses/seoul-tokyo/threads?page=2');
    expect(told(await mark(course.slug, 'second'))).toEqual([303, `/sign-in?next=${next}`]);
    const answer = await mark(course.slug, 'second', 'application/json');
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'signed-out' })]);
  });

  it('is refused on a page that says so and leads back, whatever stands in the address', async () => {
    browser.headers = { ...browser.headers, referer: `${SITE}/help?a="><script>&b=1` };
    const answer = await mark(course.slug, 'no-such-lesson');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const page = await answer.text();
    expect(page).toContain('<p>There is nothing here under this address.</p>');
    expect(page).toContain('href="/help?a=%22%3E%3Cscript%3E&amp;b=1">Back to the page</a>');
    expect(page).toContain('<html lang="en" style="color-scheme:light dark">');
    browser.jar.set('lectern.theme', { value: 'dark' });
    expect(await (await mark(course.slug, 'no-such-lesson')).text()).toContain('style="color-scheme:dark"');
    expect((await mark('no-such-course', 'first')).status).toBe(404);
  });
});

describe('T-CSRF-1: what another site sends', () => {
  it.each(['https://evil.example', 'null', '', 'http://127.0.0.1:3001', 'http://127.0.0.1.evil.example'])(
    'changes nothing, from %j',
    async (origin) => {
      await openSession(ctx, (await makePerson(ctx)).cookie);
      browser.headers = { ...browser.headers, origin };
      for (const answer of [await theme(sent('theme=dark')), await signOut(sent(''))]) expect(answer.status).toBe(403);
      expect([...browser.jar.keys()]).toEqual([sessionCookie()]);
    },
  );

  it.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', `${FORM};charset=UTF-8`])(
    'nor what is no plain form of a browser: %s',
    async (type) => {
      for (const answer of [await theme(sent('theme=dark', type)), await signOut(sent('', type))])
        expect(answer.status).toBe(415);
      expect(browser.jar.size).toBe(0);
    },
  );
});
