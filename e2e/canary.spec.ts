import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { site } from './support/site';

// T-LEAK-1: keys never travel. A student asks for everything a student can get, as pages and as the data behind them, and
// no word of a key is in any of it until the quiz's rules show the key.

interface Laid {
  readonly slug: string;
  readonly quiz: string;
  readonly cookie: string;
}

const KEYS = /CNRY-[\w-]+|987654321\.125|"key":(?:"[a-i]"|\[)/g;
/** One response a type, in the order of the types; none of them right. */
const RESPONSES: readonly unknown[] = [{ choice: 'b' }, { choices: ['b'] }, { text: '7' }, { text: 'something else' }];
let laid: Laid;

test.beforeAll(() => {
  const { url, environment } = site();
  const env = { ...process.env, ...environment, NEXTAUTH_URL: url, LECTERN_URL: url };
  const program = ['--import', 'tsx', 'e2e/support/lay-canary.ts'];
  laid = JSON.parse(execFileSync(process.execPath, program, { env, encoding: 'utf8' })) as Laid;
});

const headers = (more: Record<string, string> = {}): Record<string, string> => ({
  cookie: `lectern.session=${laid.cookie}`,
  origin: site().url,
  'content-type': 'application/json',
  ...more,
});
const api = (path: string): string => `${site().url}/api/v1/courses/${laid.slug}${path}`;
const post = async (path: string, body: unknown): Promise<{ text: string; value: Record<string, unknown> }> => {
  const answer = await fetch(api(path), { method: 'POST', headers: headers(), body: JSON.stringify(body) });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return { text, value: JSON.parse(text) as Record<string, unknown> };
};

/** Everything below the course that links lead to, as page and as data; what was found, by where. */
async function crawl(more: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  const todo = [`/courses/${laid.slug}`, `/courses/${laid.slug}/quizzes`, '/', '/inbox', ...more];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const kind of [{}, { rsc: '1' }]) {
      const answer = await fetch(site().url + path, { headers: headers(kind), redirect: 'manual' });
      const text = await answer.text();
      const keys = text.match(KEYS);
      if (keys) found.set(`${path} ${JSON.stringify(kind)}`, [...new Set(keys)]);
      for (const [, href = ''] of text.matchAll(/"?href"?[=:]"(\/[^"#]*)/g)) {
        if (href.startsWith(`/courses/${laid.slug}`) && !seen.has(href) && seen.size < 80)
          todo.push(href.replaceAll('&amp;', '&'));
      }
    }
  }
  expect(seen.size).toBeGreaterThan(8);
  return found;
}

async function attempt(): Promise<{ attemptId: string; said: string }> {
  const { value } = await post(`/quizzes/${laid.quiz}/attempts`, {});
  const attemptId = String(value.attemptId);
  const state = await fetch(api(`/attempts/${attemptId}`), { headers: headers() });
  const stateText = await state.text();
  const { items } = JSON.parse(stateText) as { items: { itemId: string }[] };
  let said = stateText;
  for (const [i, payload] of RESPONSES.entries()) {
    const clientId = `00000000-0000-4000-8000-00000000000${i}`;
    const item = { itemId: items[i]?.itemId, kind: 'response', clientId, clientSeq: 1, baseSeq: '0', payload };
    said += (await post(`/attempts/${attemptId}/responses`, item)).text;
  }
  return { attemptId, said };
}

test('T-LEAK-1: before, during and after an attempt no response holds a key; the last review does', async () => {
  test.setTimeout(180_000);
  expect(await crawl([])).toEqual(new Map());

  const first = await attempt();
  const player = `/courses/${laid.slug}/attempts/${first.attemptId}`;
  expect(first.said.match(KEYS)).toBeNull();
  expect(await crawl([player])).toEqual(new Map());

  expect((await post(`/attempts/${first.attemptId}/submit`, {})).text.match(KEYS)).toBeNull();
  const afterOne = [...(await crawl([`${player}/review`]))].flatMap(([, keys]) => keys);
  // What was chosen has its feedback; an explanation, an accepted text and another option's feedback have not come.
  expect(afterOne.filter((key) => !/^CNRY-feedback-[01]-/.test(key))).toEqual([]);
  expect(new Set(afterOne).size).toBeLessThanOrEqual(2);

  const second = await attempt();
  await post(`/attempts/${second.attemptId}/submit`, {});
  const afterTwo = [...(await crawl([`/courses/${laid.slug}/attempts/${second.attemptId}/review`]))].flatMap(
    ([, keys]) => keys,
  );
  // The crawl would have seen a key: with no attempt left, it does.
  expect(afterTwo).toContain('CNRY-explanation-1');
  expect(afterTwo).toContain('CNRY-accepted');
});
