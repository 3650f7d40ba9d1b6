import { expect, test } from '@playwright/test';
import { site } from '../support/site';
import { builtActions } from './enumerate';
import { ROUTES } from './routes';
import { cookieOf, world } from './world';

// T-CSRF-1: what another site can make a student's browser send reaches no command. (The cookie is SameSite=Lax besides.)

const TYPES = [
  'text/plain',
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
] as const;
const FOREIGN = ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', ''];

test.describe('T-CSRF-1: another site cannot act for a student', () => {
  for (const { method, address, path, takes } of ROUTES) {
    if (method === 'GET') continue;
    test(`POST ${address}`, async () => {
      const send = (headers: Record<string, string>): Promise<Response> =>
        fetch(site().url + path(world()), {
          method: 'POST',
          body: '{}',
          headers: { ...cookieOf('student'), ...headers },
        });
      for (const origin of FOREIGN) {
        const headers = { 'content-type': takes, ...(origin && { origin }) };
        expect((await send(headers)).status, `from ${origin || 'nowhere'}`).toBe(403);
      }
      for (const type of TYPES.filter((each) => each !== takes)) {
        expect((await send({ origin: site().url, 'content-type': type })).status, type).toBe(415);
      }
    });
  }

  test('next-auth’s own forms', async () => {
    for (const path of ['signout', 'callback/password', 'signin/password']) {
      for (const origin of FOREIGN) {
        const headers = { ...cookieOf('student'), ...(origin && { origin }) };
        const body = new URLSearchParams({ csrfToken: 'x', email: 'a@example.test', password: 'x' });
        const answer = await fetch(`${site().url}/api/auth/${path}`, { method: 'POST', headers, body });
        expect([answer.status, answer.headers.getSetCookie()], `${path} from ${origin || 'nowhere'}`).toEqual([
          403,
          [],
        ]);
      }
    }
  });

  test('every server action', async () => {
    for (const { id, name } of builtActions()) {
      for (const origin of FOREIGN) {
        const answer = await fetch(`${site().url}/help`, {
          method: 'POST',
          body: '[null,{}]',
          headers: {
            ...cookieOf('student'),
            'next-action': id,
            'content-type': 'text/plain',
            ...(origin && { origin }),
          },
        });
        const text = await answer.text();
        expect(text, `${name} from ${origin || 'nowhere'}`).not.toContain('"ok":true');
        expect(
          answer.status >= 400 || text.includes('"code":"foreign-origin"'),
          `${name} from ${origin || 'nowhere'}`,
        ).toBe(true);
      }
    }
  });

  test('nor by a form that a browser sends without JavaScript', async () => {
    const { id = '' } = builtActions().find(({ name }) => name === 'app/(site)/sign-in/actions.ts#enterDemo') ?? {};
    const enter = async (origin: string): Promise<string[]> => {
      const form = new FormData();
      form.append(`$ACTION_ID_${id}`, '');
      form.append('role', 'student');
      const headers = { ...cookieOf('student'), ...(origin && { origin }) };
      const answer = await fetch(`${site().url}/help`, { method: 'POST', headers, body: form, redirect: 'manual' });
      return answer.headers.getSetCookie();
    };
    for (const origin of FOREIGN) expect(await enter(origin), origin || 'nowhere').toEqual([]);
  });

  test('nor by the forms in the head of every page, which a page of this site sends without JavaScript', async () => {
    const send = (address: string, fields: Record<string, string>, origin: string): Promise<Response> =>
      fetch(`${site().url}/api/v1/${address}`, {
        method: 'POST',
        redirect: 'manual',
        // Nobody's: a session that is signed out here would be over for every other test.
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          referer: `${site().url}/help?page=2`,
          ...(origin && { origin }),
        },
        body: String(new URLSearchParams(fields)),
      });
    const forms = [
      ['theme', { theme: 'dark' }, '/help?page=2', /^lectern\.theme=dark;/],
      ['sign-out', {}, '/', /^lectern\.session=;/],
    ] as const;
    for (const [address, fields, to, cookie] of forms) {
      for (const origin of FOREIGN) {
        const answer = await send(address, fields, origin);
        expect([answer.status, answer.headers.getSetCookie()], `${address} from ${origin}`).toEqual([403, []]);
      }
      const answer = await send(address, fields, site().url);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, to]);
      expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(cookie)]);
    }
  });

  test('by no other method, and by no address that is looked at', async () => {
    for (const { method, path } of ROUTES) {
      if (method === 'GET') continue;
      for (const other of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const headers = { ...cookieOf('student'), origin: site().url };
        const answer = await fetch(site().url + path(world()), { method: other, headers });
        expect([other, path(world()), answer.status]).toEqual([other, path(world()), expect.any(Number)]);
        if (!(other === 'GET' && ROUTES.some((row) => row.method === 'GET' && row.path(world()) === path(world()))))
          expect(answer.status, `${other} ${path(world())}`).toBe(405);
      }
    }
  });
});
