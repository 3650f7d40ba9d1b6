import { expect, type Page, test } from '@playwright/test';
import {
  ask,
  begin,
  countWaiting,
  goTo,
  isLive,
  type LaidQuizzes,
  layQuizzes,
  saveWords,
  signedIn,
  signIn,
  storedEvents,
  storedResponses,
} from './support/quizzes';

// What a student is told about saving is true, whatever happens to the connection, the tab, the session or the clock.

const RESPONSES = '**/api/v1/**/responses';
const letter = (n: number): 'a' | 'b' => (n % 2 === 0 ? 'a' : 'b');
const keyOf = (n: number): string => (letter(n) === 'a' ? '1' : '2');

let laid: LaidQuizzes;
let free: { enrolmentId: string; cookie: string }[];

test.beforeAll(() => {
  laid = layQuizzes(20);
  free = [...laid.students];
});

function nextStudent() {
  const student = free.pop();
  if (!student) throw new Error('No student left: lay more of them');
  return student;
}

test('T-SAVE-1 "Saved" is never shown of an answer that is not in the log, while one answer in five from the server is lost', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  let served = 0;
  let healed = false;
  await page.route(RESPONSES, async (route) => {
    // The server has done its work when its answer is lost.
    const response = await route.fetch();
    served += 1;
    if (!healed && served % 5 === 2) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  const shownAsSaved = async (): Promise<number[]> =>
    page
      .locator('tr:has([data-save="saved"]) th')
      .evaluateAll((cells) => cells.map((cell) => Number(/\d+/.exec(cell.textContent ?? '')?.[0])));
  for (let n = 1; n <= 30; n++) {
    await page.keyboard.press(keyOf(n));
    await page.waitForTimeout(150);
    if (n % 10 === 0) {
      await goTo(page, 'review');
      const shown = await shownAsSaved();
      const stored = new Map((await storedResponses(attempt)).map(({ position, payload }) => [position, payload]));
      for (const position of shown) expect(stored.get(position)).toEqual({ choice: letter(position) });
      if (n < 30) await goTo(page, n + 1);
    } else {
      await page.keyboard.press('Enter');
    }
  }
  // Not unroute(): it lets go of a request that is still with the server, and its answer would then be given twice.
  healed = true;
  await expect.poll(async () => (await shownAsSaved()).length, { timeout: 30_000 }).toBe(30);
  const stored = await storedResponses(attempt);
  expect(stored).toEqual(
    Array.from({ length: 30 }, (_, i) => ({ position: i + 1, payload: { choice: letter(i + 1) } })),
  );
  const events = await storedEvents(attempt);
  expect(new Set(events.map(({ client_id, client_seq }) => `${client_id}/${client_seq}`)).size).toBe(events.length);
  expect(events).toHaveLength(30);
  expect(await countWaiting(page)).toBe(0);
});

test('T-SAVE-2 two tabs answer different questions, in turns, and both answers stand', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await signedIn(browser, nextStudent().cookie);
  const [a, b] = [await context.newPage(), await context.newPage()];
  const attempt = await begin(a, laid.slug, 'thirty');
  await b.goto(`${a.url().split('?')[0]}?q=2`);
  await isLive(b);
  for (let i = 1; i <= 100; i++) {
    await a.keyboard.press(keyOf(i));
    await b.keyboard.press(keyOf(i + 1));
  }
  await expect(saveWords(a)).toHaveText(/^Saved/);
  await expect(saveWords(b)).toHaveText(/^Saved/);
  expect(await storedResponses(attempt)).toEqual([
    { position: 1, payload: { choice: 'a' } },
    { position: 2, payload: { choice: 'b' } },
  ]);
});

test('T-SAVE-2 the same question answered in two tabs: both answers are in the log, and the other tab asks', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const [a, b] = [await context.newPage(), await context.newPage()];
  const attempt = await begin(a, laid.slug, 'thirty');
  await b.goto(a.url());
  await isLive(b);
  await a.keyboard.press('1');
  await expect(saveWords(a)).toHaveText(/^Saved/);
  // The other tab had said nothing yet: it shows the newer answer.
  await expect(b.getByRole('radio').first()).toBeChecked();
  await b.keyboard.press('2');
  await expect(saveWords(b)).toHaveText(/^Saved/);
  await expect(saveWords(a)).toHaveText('Changed in another tab');
  await expect(a.getByRole('radio').first()).toBeChecked();
  expect((await storedEvents(attempt)).map(({ payload }) => payload)).toEqual([{ choice: 'a' }, { choice: 'b' }]);
  await a.getByRole('button', { name: 'Use the answer here' }).focus();
  await a.keyboard.press('Enter');
  await expect(saveWords(a)).toHaveText(/^Saved/);
  expect(await storedResponses(attempt)).toEqual([{ position: 1, payload: { choice: 'a' } }]);
  await expect(saveWords(b)).toHaveText('Changed in another tab');
  await b.getByRole('button', { name: 'Keep the other one' }).focus();
  await b.keyboard.press('Enter');
  await expect(saveWords(b)).toHaveText(/^Saved/);
  await expect(b.getByRole('radio').first()).toBeChecked();
  expect(await storedResponses(attempt)).toEqual([{ position: 1, payload: { choice: 'a' } }]);
});

const leavings: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['goes to the next question', (page) => page.keyboard.press('Enter')],
  ['goes back', (page) => page.goBack({ waitUntil: 'commit' })],
  ['closes the tab', (page) => page.close({ runBeforeUnload: false })],
  ['goes to another address', (page) => page.goto('about:blank')],
  [
    'locks the phone',
    (page) =>
      page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  ],
];
for (const [does, leave] of leavings) {
  test(`T-SAVE-4 an answer typed a moment before the student ${does} is stored`, async ({ browser }) => {
    const context = await signedIn(browser, nextStudent().cookie);
    const page = await context.newPage();
    const attempt = await begin(page, laid.slug, 'five');
    const text = page.getByRole('textbox');
    for (let n = 1; n < 5 && (await text.count()) === 0; n++) await goTo(page, n + 1);
    await text.focus();
    await page.keyboard.type('12');
    await leave(page);
    await expect
      .poll(() => storedResponses(attempt))
      .toEqual([{ position: expect.any(Number), payload: { text: '12' } }]);
  });
}

test('T-SAVE-5 a session that ends in the middle asks for signing in over the page; then what waited is sent', async ({
  browser,
}) => {
  const { cookie } = nextStudent();
  const context = await signedIn(browser, cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  await context.clearCookies();
  await page.keyboard.press('2');
  const dialog = page.getByRole('dialog', { name: 'You have been signed out' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('1 answer waits');
  const player = page.url();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    const held = await page.evaluate(
      () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
    );
    expect(held).toBe(true);
  }
  await dialog.getByRole('button', { name: 'I have signed in, continue' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('You are not signed in yet.');
  await signIn(context, cookie);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(player);
  await expect(saveWords(page)).toHaveText(/^Saved/);
  expect(await storedResponses(attempt)).toEqual([{ position: 1, payload: { choice: 'b' } }]);
});

test('T-SAVE-5 a session that ends just before the time is up asks for signing in too; then the receipt comes', async ({
  browser,
}) => {
  const { cookie } = nextStudent();
  const context = await signedIn(browser, cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'timed');
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText(/^Saved/);
  await ask(`update attempt set deadline_at = app_now() + interval '14 seconds' where id = $1`, [attempt]);
  await expect(page.locator('[data-time-left]')).toHaveText(/^0:\d\d left/, { timeout: 15_000 });
  await context.clearCookies();
  await expect(page.locator('#ended-title')).toHaveText('Time is up', { timeout: 25_000 });
  const dialog = page.getByRole('dialog', { name: 'You have been signed out' });
  await expect(dialog).toBeVisible();
  await signIn(context, cookie);
  await dialog.getByRole('button', { name: 'I have signed in, continue' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/1 answer · receipt/)).toBeVisible({ timeout: 20_000 });
});

test('T-SAVE-6 ten answers given offline survive the tab, and are sent when the quiz is opened again', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  const address = page.url();
  await context.setOffline(true);
  for (let n = 1; n <= 10; n++) {
    await page.keyboard.press(keyOf(n));
    if (n === 2) await expect(saveWords(page)).toHaveText('Not saved yet, will retry');
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-banner]')).toContainText('10 answers are kept on this device');
  expect(await countWaiting(page)).toBe(10);
  await page.close({ runBeforeUnload: false });
  expect(await storedResponses(attempt)).toEqual([]);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect.poll(async () => (await storedResponses(attempt)).length).toBe(10);
  expect(await storedResponses(attempt)).toEqual(
    Array.from({ length: 10 }, (_, i) => ({ position: i + 1, payload: { choice: letter(i + 1) } })),
  );
  await expect.poll(() => countWaiting(again)).toBe(0);
  await expect(saveWords(again)).toHaveText(/^Saved/);
});

test('T-SAVE-6 signing out with answers unsent warns, and leaves none of them on the device', async ({ browser }) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  await begin(page, laid.slug, 'thirty');
  await context.route(RESPONSES, (route) => route.abort());
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText('Not saved yet, will retry');
  page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : undefined));
  await page.goto(`/courses/${laid.slug}`);
  const said: string[] = [];
  let agree = false;
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'confirm') return;
    said.push(dialog.message());
    void (agree ? dialog.accept() : dialog.dismiss());
  });
  const signOut = async (): Promise<void> => {
    const button = page.getByRole('button', { name: 'Sign out' });
    if (!(await button.isVisible())) {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Student/ })
        .focus();
      await page.keyboard.press('Enter');
    }
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await signOut();
  await expect.poll(() => said.length).toBe(1);
  expect(said[0]).toContain('1 answer on this device did not reach the server yet');
  expect(await countWaiting(page)).toBe(1);
  agree = true;
  await signOut();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(await countWaiting(page)).toBe(0);
});

for (const [what, spoil] of [
  ['to a question of another attempt', { itemId: '018f0000-0000-7000-8000-000000000000' }],
  ['of a shape that is no answer', { payload: { choice: 7 } }],
] as const) {
  test(`T-SAVE-7 an answer ${what} is refused, and the page says so instead of "Saved"`, async ({ browser }) => {
    const context = await signedIn(browser, nextStudent().cookie);
    const page = await context.newPage();
    const attempt = await begin(page, laid.slug, 'thirty');
    await page.route(RESPONSES, (route) => {
      const body = route.request().postDataJSON() as object;
      return route.continue({ postData: JSON.stringify({ ...body, ...spoil }) });
    });
    await page.keyboard.press('1');
    await expect(saveWords(page)).toHaveText('Not saved');
    await expect(page.getByText('This answer was not saved')).toBeVisible();
    expect(await storedEvents(attempt)).toEqual([]);
  });
}

test('T-SAVE-7 an answer after the end is refused, and the page says what was submitted', async ({ browser }) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText(/^Saved/);
  const { origin } = new URL(page.url());
  const submitted = await context.request.post(`/api/v1/courses/${laid.slug}/attempts/${attempt}/submit`, {
    data: {},
    headers: { origin },
  });
  expect(submitted.status()).toBe(200);
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();
  await expect(page.getByText(/1 answer · receipt/)).toBeVisible();
  await expect(page.getByText('The last change of question 1 did not reach the server before the end.')).toBeVisible();
  expect(await storedEvents(attempt)).toHaveLength(1);
});

test('T-SUB-3 the answer to submitting is lost on its way: asking again gives the one receipt', async ({ browser }) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'five');
  await page.keyboard.press('1');
  await goTo(page, 'review');
  let asked = 0;
  await page.route('**/submit', async (route) => {
    const response = await route.fetch();
    asked += 1;
    if (asked === 1) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  await page.getByRole('button', { name: /^Submit/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();
  expect(asked).toBe(2);
  const [row] = await ask<{ receipt: string; attempts: string }>(
    `select receipt, (select count(*) from attempt b where b.enrolment_id = a.enrolment_id) as attempts from attempt a where id = $1`,
    [attempt],
  );
  expect(row?.attempts).toBe('1');
  await expect(page.getByText(`receipt ${row?.receipt}`)).toBeVisible();
});

test('I-25 while the database is away the page says "not saved yet", and saves when it is back', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  await page.route(RESPONSES, (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', message: 'Away' }, headers: { 'Retry-After': '2' } }),
  );
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText('Not saved yet, will retry');
  await expect(page.locator('[data-banner]')).toContainText('The server cannot be reached. 1 answer is kept');
  await page.unrouteAll({ behavior: 'wait' });
  await expect(saveWords(page)).toHaveText(/^Saved/);
  expect(await storedResponses(attempt)).toHaveLength(1);
});

test('T-TIME-2 a wrong clock and five minutes of sleep change nothing about the time left, and submit nothing', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  await page.clock.install({ time: Date.now() + 600_000 });
  const attempt = await begin(page, laid.slug, 'timed');
  await expect(page.locator('[data-time-left]')).toHaveText('60 min left');
  await page.clock.fastForward('05:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('[data-time-left]')).toHaveText('60 min left');
  await page.clock.fastForward('59:30');
  await expect(page.locator('[data-time-left]')).toHaveText(/^(60|59) min left/, { timeout: 20_000 });
  const [row] = await ask<{ state: string }>('select state from attempt where id = $1', [attempt]);
  expect(row?.state).toBe('open');
});

test('T-TIME-6 more time granted while the student is on the page shows within fifteen seconds; at its end all is submitted', async ({
  browser,
}) => {
  const context = await signedIn(browser, nextStudent().cookie);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'timed');
  await ask(`update attempt set deadline_at = deadline_at + interval '20 minutes' where id = $1`, [attempt]);
  await expect(page.locator('[data-time-left]')).toHaveText(/^(80|79) min left/, { timeout: 15_000 });
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText(/^Saved/);
  await ask(`update attempt set deadline_at = app_now() + interval '14 seconds' where id = $1`, [attempt]);
  await expect(page.locator('[data-time-left]')).toHaveText(/^0:\d\d left/, { timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'Time is up' })).toBeVisible({ timeout: 25_000 });
  await expect(page.getByText(/Your answers saved until \d\d:\d\d:\d\d were submitted\./)).toBeVisible({
    timeout: 15_000,
  });
});
