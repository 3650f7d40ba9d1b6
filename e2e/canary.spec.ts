import { expect, test } from '@playwright/test';
import { builtActions } from './doors/enumerate';
import { NEVER, SECRET } from './support/canary-words';
import { lay } from './support/lay';
import { site } from './support/site';

// T-LEAK-1: keys never travel. A student asks for everything a student can get, as pages and as the data behind them, and
// no word of a key is in any of it until the quiz's rules show the key.

interface Laid {
  readonly slug: string;
  readonly quiz: string;
  readonly threadId: string;
  readonly types: readonly string[];
  readonly cookies: Readonly<Record<'student' | 'classmate' | 'stranger', string>>;
}
type Who = keyof Laid['cookies'];

/** One response a type; what is shown to be ordered never stands in the right order. */
const RESPONSES: Readonly<Record<string, unknown>> = {
  choice: { choice: 'b' },
  'multiple-response': { choices: ['b'] },
  numeric: { text: '7' },
  'short-text': { text: 'something else' },
  ordering: { order: ['a', 'b', 'c', 'd'] },
};
/** A page itself, and what Next's router asks of it: its data, and what it fetches before anybody clicks. */
const KINDS: readonly Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
];
const MOST_PAGES = 120;
let laid: Laid;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/lay-canary.ts');
});

const headers = (who: Who, more: Record<string, string> = {}): Record<string, string> => ({
  cookie: `lectern.session=${laid.cookies[who]}`,
  origin: site().url,
  'content-type': 'application/json',
  ...more,
});
const api = (path: string): string => `/api/v1/courses/${laid.slug}${path}`;
const post = async (path: string, body: unknown): Promise<{ text: string; value: Record<string, unknown> }> => {
  const answer = await fetch(site().url + api(path), {
    method: 'POST',
    headers: headers('student'),
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return { text, value: JSON.parse(text) as Record<string, unknown> };
};

/** What a crawl found: secrets by where they stood, and every page it saw. */
interface Found {
  readonly secrets: Map<string, string[]>;
  readonly pages: ReadonlySet<string>;
}

/** Everything below the course that links lead to, as page and as data, and every answer that is no page. */
async function crawl(who: Who, more: readonly string[] = []): Promise<Found> {
  const secrets = new Map<string, string[]>();
  const pages = new Set<string>();
  let data = 0;
  const look = async (path: string, init: RequestInit): Promise<string> => {
    // A page's data stands at an address with `_rsc`, to which Next sends whoever asks without.
    const answer = await fetch(site().url + path, init);
    if (answer.headers.get('content-type')?.startsWith('text/x-component')) data += 1;
    const text = path.startsWith('/api/live/') ? await firstWords(answer) : await answer.text();
    const all = `${text}\n${JSON.stringify([...answer.headers])}`;
    expect(all.match(NEVER), path).toBeNull();
    const keys = all.match(SECRET);
    if (keys) secrets.set(`${path} ${JSON.stringify(init.headers ?? {}).slice(-60)}`, [...new Set(keys)]);
    return text;
  };
  const course = `/courses/${laid.slug}`;
  const todo = [
    ...[course, `${course}/quizzes`, `${course}/quizzes/${laid.quiz}`, `${course}/grades`, `${course}/reference`],
    ...[`${course}/threads`, `${course}/threads/new`, `${course}/nothing`, '/', '/inbox', '/account', '/help'],
    ...['/scores', '/quizzes', `/quizzes/${laid.quiz}`, `/quizzes/${laid.quiz}/summary`].map(
      (each) => `${course}/teach${each}`,
    ),
    ...more,
  ];
  for (let path = todo.pop(); path !== undefined && pages.size < MOST_PAGES; path = todo.pop()) {
    if (pages.has(path)) continue;
    pages.add(path);
    for (const kind of KINDS) {
      const text = await look(path, { headers: headers(who, kind) });
      for (const [, href = ''] of text.matchAll(/"?href"?[=:]"(\/[^"#]*)/g)) {
        if (href.startsWith(course)) todo.push(href.replaceAll('&amp;', '&'));
      }
    }
  }
  const after = '?after=2026-01-01T00:00:00Z';
  const answers = [
    ...[api(`/threads/news${after}`), api(`/threads/${laid.threadId}/news${after}`), `/api/v1/inbox/news${after}`],
    ...[`/api/live/inbox/threads.${laid.slug}/thread.${laid.threadId}`, '/api/auth/session', '/api/health/ready'],
    `${course}/teach/scores.csv`,
  ];
  for (const path of answers) await look(path, { headers: headers(who) });
  for (const { id } of builtActions()) {
    const body = JSON.stringify([laid.slug, null, { markdown: 'Words.' }]);
    await look('/help', { method: 'POST', headers: headers(who, { 'next-action': id }), body });
  }
  expect(data).toBeGreaterThan(2 * pages.size);
  expect(pages.size).toBeGreaterThan(12);
  expect(pages.size).toBeLessThan(MOST_PAGES);
  return { secrets, pages };
}

/** What an event stream says at once. */
async function firstWords(stream: Response): Promise<string> {
  const reader = stream.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

async function attempt(): Promise<{ attemptId: string; said: string }> {
  const { value } = await post(`/quizzes/${laid.quiz}/attempts`, {});
  const attemptId = String(value.attemptId);
  let said = await stateOf(attemptId);
  const { items } = JSON.parse(said) as { items: { itemId: string }[] };
  for (const [i, type] of laid.types.entries()) {
    const clientId = `00000000-0000-4000-8000-00000000000${i}`;
    const payload = RESPONSES[type];
    expect(payload, type).toBeDefined();
    const item = { itemId: items[i]?.itemId, kind: 'response', clientId, clientSeq: 1, baseSeq: '0', payload };
    said += (await post(`/attempts/${attemptId}/responses`, item)).text;
  }
  return { attemptId, said: said + (await stateOf(attemptId)) };
}

const stateOf = async (attemptId: string): Promise<string> =>
  (await fetch(site().url + api(`/attempts/${attemptId}`), { headers: headers('student') })).text();

const submit = async (attemptId: string): Promise<string> =>
  (await post(`/attempts/${attemptId}/submit`, {})).text + (await stateOf(attemptId));

test('T-LEAK-1: before, during and after an attempt no response holds a key; the last review does', async () => {
  test.setTimeout(240_000);
  const page = (attemptId: string) => `/courses/${laid.slug}/attempts/${attemptId}`;
  expect((await crawl('student')).secrets).toEqual(new Map());

  const first = await attempt();
  expect(first.said.match(SECRET)).toBeNull();
  const during = await crawl('student', [page(first.attemptId), `${page(first.attemptId)}/review`]);
  expect(during.secrets).toEqual(new Map());

  expect((await submit(first.attemptId)).match(SECRET)).toBeNull();
  const afterOne = await crawl('student', [page(first.attemptId), `${page(first.attemptId)}/review`]);
  const told = [...new Set([...afterOne.secrets.values()].flat())];
  // What was chosen, and what was put in a wrong place, has its feedback; an explanation, what is accepted and the feedback on
  // another option have not come.
  expect(told.filter((word) => !/^CNRY-feedback-\d-[a-i]$/.test(word))).toEqual([]);
  for (const [index, type] of laid.types.entries()) {
    const ofType = told.filter((word) => word.startsWith(`CNRY-feedback-${index}-`));
    expect(ofType.length, type).toBeLessThanOrEqual({ choice: 1, 'multiple-response': 1, ordering: 4 }[type] ?? 0);
  }
  for (const path of afterOne.secrets.keys()) expect(path).toContain('/review');

  const second = await attempt();
  expect(second.said.match(SECRET)).toBeNull();
  expect((await submit(second.attemptId)).match(SECRET)).toBeNull();
  const afterTwo = await crawl('student', [`${page(second.attemptId)}/review`]);
  // The crawl would have seen a key of any type: with no attempt left, it does.
  const shown = new Set([...afterTwo.secrets.values()].flat());
  for (const [index] of laid.types.entries()) expect(shown).toContain(`CNRY-explanation-${index + 1}`);
  expect(shown).toContain('CNRY-accepted-0');
  expect([...shown].filter((word) => /^987\D?654/.test(word))).not.toEqual([]);
  expect(shown).toContain('Correct answer, not chosen');
  expect([...shown].filter((word) => word.startsWith('Belongs at'))).not.toEqual([]);
  for (const path of afterTwo.secrets.keys()) expect(path).toContain('/review');
  // And in a page's data as in the page.
  expect([...afterTwo.secrets.keys()].filter((path) => path.includes('"rsc":"1"'))).not.toEqual([]);

  // Nothing of that is anybody else's: neither a classmate's who has not begun, nor a stranger's.
  const hers = [...afterTwo.pages].filter((path) => path.startsWith('/courses/'));
  expect((await crawl('classmate', hers)).secrets).toEqual(new Map());
  expect((await crawl('stranger', hers)).secrets).toEqual(new Map());
});
