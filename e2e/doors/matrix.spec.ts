import { expect, test } from '@playwright/test';
import { site } from '../support/site';
import { ACTIONS } from './actions';
import { ACTORS, type Actor, type Answer, expected } from './actors';
import { builtActions, builtAddresses } from './enumerate';
import { PAGES } from './pages';
import { ROUTES } from './routes';
import { cookieOf, world } from './world';

// T-AUTHZ-1: every address of the build × every actor. What is asked for here changes nothing: a body that every schema
// refuses tells an open door (422, "invalid") from a closed one.

const NO_SCHEMA_TAKES_THIS = {
  role: 'instructor',
  isAdmin: true,
  score: 100,
  deadlineAt: null,
  id: '00000000-0000-4000-8000-000000000000',
};

test.describe('T-AUTHZ-1: who may open what', () => {
  test('every page and route of the build has a row, and every row is of the build', () => {
    const rows = [...new Set([...PAGES, ...ROUTES].map(({ address }) => address))].sort();
    expect(rows).toEqual(
      builtAddresses()
        .map(({ address }) => address)
        .sort(),
    );
  });

  test('every server action of the build has a row, and every row is of the build', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(
      builtActions()
        .map(({ name }) => name)
        .sort(),
    );
  });

  for (const actor of ACTORS) {
    test(`pages: ${actor}`, async () => {
      const found: Record<string, Answer | string> = {};
      const wanted: Record<string, Answer> = {};
      for (const page of PAGES) {
        wanted[page.address] = expected(page.audience, actor);
        const answer = await fetch(site().url + page.path(world()), { headers: cookieOf(actor), redirect: 'manual' });
        found[page.address] = pageAnswer(answer, page.path(world()));
      }
      expect(found).toEqual(wanted);
    });

    test(`routes (and T-MASS-1): ${actor}`, async () => {
      const found: Record<string, Answer | string> = {};
      const wanted: Record<string, Answer> = {};
      for (const route of ROUTES) {
        const name = `${route.method} ${route.address}`;
        wanted[name] = expected(route.audience, actor);
        found[name] = await askRoute(actor, route);
      }
      expect(found).toEqual(wanted);
    });

    test(`server actions (and T-MASS-1): ${actor}`, async () => {
      const found: Record<string, Answer | string> = {};
      const wanted: Record<string, Answer> = {};
      for (const { id, name } of builtActions()) {
        const row = ACTIONS[name];
        if (!row) continue;
        wanted[name] = expected(row.audience, actor);
        found[name] = await callAction(actor, id, row.inCourse);
      }
      expect(found).toEqual(wanted);
    });
  }
});

function pageAnswer(answer: Response, path: string): Answer | string {
  if (answer.status === 200) return 'open';
  if (answer.status === 404) return 'not-found';
  if (answer.status === 403) return 'forbidden';
  const to = answer.headers.get('location') ?? '';
  if (answer.status === 307 && to === `/sign-in?next=${encodeURIComponent(path)}`) return 'sign-in';
  if (answer.status === 307 && to === '/') return 'sent-on';
  return `${answer.status} ${to}`;
}

async function askRoute(actor: Actor, { method, path, takes }: (typeof ROUTES)[number]): Promise<Answer | string> {
  const answer = await fetch(site().url + path(world()), {
    method,
    redirect: 'manual',
    headers: {
      ...cookieOf(actor),
      accept: 'application/json',
      ...(method === 'POST' && { origin: site().url, 'content-type': takes }),
    },
    // JSON sent as a form is one field, of a name that no schema has either.
    ...(method === 'POST' && { body: JSON.stringify(NO_SCHEMA_TAKES_THIS) }),
  });
  await answer.body?.cancel();
  if (answer.status === (method === 'POST' ? 422 : 200)) return 'open';
  if (answer.status === 401) return 'sign-in';
  if (answer.status === 404) return 'not-found';
  if (answer.status === 403) return 'forbidden';
  return String(answer.status);
}

async function callAction(actor: Actor, id: string, inCourse: boolean): Promise<Answer | string> {
  const args = [...(inCourse ? [world().course] : []), null, NO_SCHEMA_TAKES_THIS];
  const answer = await fetch(`${site().url}/help`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...cookieOf(actor), origin: site().url, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
    body: JSON.stringify(args),
  });
  const code = /"ok":false,"code":"([a-z-]+)"/.exec(await answer.text())?.[1];
  const answers: Record<string, Answer> = {
    invalid: 'open',
    'signed-out': 'sign-in',
    'not-found': 'not-found',
    forbidden: 'forbidden',
  };
  return answers[code ?? ''] ?? `${answer.status} ${code}`;
}
