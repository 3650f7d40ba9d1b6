import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { lay } from './support/lay';
import { site } from './support/site';

// Static parts travel once, as markup (decision 17): the document has them, and nothing that is done in it loses them.

interface Laid {
  readonly slug: string;
  readonly cookies: Readonly<Record<'student' | 'instructor' | 'stranger', string>>;
  readonly cited: string;
}

/** Of lesson two-readings: its text, what is asked before and after it, and a card; each is there once. */
const SAYS = [
  'The article calls it',
  'What was settled?',
  'Who was in the right?',
  'What one side gains the other loses.',
];
let laid: Laid;
let home: string;
let lesson: string;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/reading-course.ts');
  home = `/courses/${laid.slug}`;
  lesson = `${home}/lessons/two-readings`;
});

async function as(who: keyof Laid['cookies'], browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site().url, ...options });
  await context.addCookies([{ name: 'lectern.session', value: laid.cookies[who], url: site().url }]);
  return context.newPage();
}
const asStudent = (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  as('student', browser, options);

/** Opens a page and waits until its scripts run. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => Object.assign(window, { still: 'this document' }));
}

const isSameDocument = (page: Page): Promise<boolean> => page.evaluate(() => 'still' in window);
const timesIn = (text: string, words: string): number => text.split(words).length - 1;

async function expectLesson(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lesson two-readings');
  await expect(page.locator('.passage')).toHaveCount(6);
  await expect(page.locator('.passage').first()).toContainText('The article calls it zero-sum');
  await expect(page.getByText('Who was in the right?')).toBeVisible();
}

test('a lesson’s text stands once in the document, and once in what is asked for later', async ({ browser }) => {
  const page = await asStudent(browser);
  for (const headers of [{}, { rsc: '1' }]) {
    const answer = await page.request.get(lesson, { headers });
    expect(answer.ok()).toBe(true);
    const text = await answer.text();
    expect(SAYS.map((words) => [words, timesIn(text, words)])).toEqual(SAYS.map((words) => [words, 1]));
  }
});

test('without JavaScript everything is there, and the links lead on', async ({ browser }) => {
  const page = await asStudent(browser, { javaScriptEnabled: false });
  await page.goto(lesson);
  await expectLesson(page);
  for (const words of SAYS) await expect(page.getByText(words).first()).toBeVisible();
  await page
    .getByRole('link', { name: /^Outline/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
});

test('who follows a link and comes back, forwards too, finds the text again, in the same document', async ({
  browser,
}) => {
  const page = await asStudent(browser);
  await open(page, lesson);
  await page.locator('.lesson-strip a').click();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  await expect(page.locator('.passage')).toHaveCount(0);
  await page.goBack();
  await expectLesson(page);
  await page.goForward();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  await expect(page.locator('.passage')).toHaveCount(0);
  await page.goBack();
  await expectLesson(page);
  // And by the way of the next lesson, which comes as data.
  await page.getByRole('navigation', { name: 'Lessons', exact: true }).getByRole('link').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lesson on-paper');
  await expect(page.locator('.passage').first()).toContainText('This is lesson 2.');
  await page.goBack();
  await expectLesson(page);
  await page.goForward();
  await expect(page.locator('.passage').first()).toContainText('This is lesson 2.');
  expect(await isSameDocument(page)).toBe(true);
});

test('who goes back over a later visit of the same lesson finds the text of the first', async ({ browser }) => {
  const page = await asStudent(browser);
  await open(page, lesson);
  await page.locator('.lesson-strip a').click();
  await expect(page).toHaveURL(new RegExp(`${home}$`));
  // As a thread's quotation leads to its passage.
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'To the passage' });
    link.dataset.soft = '';
    document.querySelector('main')?.prepend(link);
  }, `${lesson}?cited=${laid.cited}#${laid.cited}`);
  await page.getByText('To the passage').click();
  await expect(page.locator('.is-cited')).toBeVisible();
  await page.evaluate(() => history.go(-2));
  await expect(page.locator('.is-cited')).toHaveCount(0);
  await expectLesson(page);
  await page.evaluate(() => history.go(2));
  await expect(page.locator('.is-cited')).toBeVisible();
  await page.evaluate(() => history.go(-2));
  await expect(page.locator('.is-cited')).toHaveCount(0);
  await expectLesson(page);
  expect(await isSameDocument(page)).toBe(true);
});

test.describe('a page that is made again, because the lesson was marked as read', () => {
  // Read in part, its head says where to go on; that goes away, and the text below it must not.
  for (const [slug, words, begun] of [
    ['two-readings', 'unread', false],
    ['on-paper', 'begun', true],
  ] as const) {
    test(`leaves the text of a lesson and an open card alone (${words})`, async ({ browser }) => {
      const page = await asStudent(browser);
      if (begun) {
        const endpoint = `${site().url}/api/v1${home}/lessons/${slug}/progress`;
        const headers = { origin: site().url };
        const answer = await page.request.post(endpoint, { headers, data: { passages: ['p-onpaper1xxx'] } });
        expect(answer.status()).toBe(200);
      }
      await open(page, `${home}/lessons/${slug}`);
      await expect(page.getByText('Go on at')).toHaveCount(begun ? 1 : 0);
      await page
        .locator('.passage')
        .first()
        .evaluate((passage) => Object.assign(passage, { still: true }));
      await page.locator('.passage a.term').first().focus();
      await page.keyboard.press('Enter');
      const card = page.locator('#lesson-card');
      await expect(card).toBeVisible();
      // A press elsewhere sends a card away; the form is sent without one.
      await page.locator('form:has-text("Mark as read")').evaluate((form: HTMLFormElement) => form.requestSubmit());
      await expect(page.getByText('You have read this lesson')).toBeVisible();
      await expect(page.getByText('Go on at')).toHaveCount(0);
      await expect(card).toBeVisible();
      await expect(page.locator('.passage')).toHaveCount(6);
      expect(
        await page
          .locator('.passage')
          .first()
          .evaluate((passage) => 'still' in passage),
      ).toBe(true);
      expect(await isSameDocument(page)).toBe(true);
      // The text is there still after it was left and come back to.
      await page.keyboard.press('Escape');
      await page.locator('.lesson-strip a').click();
      await expect(page.locator('.passage')).toHaveCount(0);
      await page.goBack();
      await expect(page.locator('.passage')).toHaveCount(6);
      expect(await isSameDocument(page)).toBe(true);
    });
  }
});

test('a form of a static part says on the page why nothing was done, and is sent again', async ({ browser }) => {
  const page = await asStudent(browser);
  const context = page.context();
  await open(page, `${home}/lessons/watched`);
  const button = page.getByRole('button', { name: 'Mark as read' });
  const alert = page.locator('form[data-soft] [role=alert]');
  await context.setOffline(true);
  await button.press('Enter');
  await expect(alert).toHaveText(
    'The server could not be reached, so nothing was changed. Try again when you are online.',
  );
  await context.setOffline(false);
  await context.clearCookies();
  await button.press('Enter');
  await expect(alert).toHaveText('You are signed out. Sign in again; what you wrote is kept on this device.');
  await context.addCookies([{ name: 'lectern.session', value: laid.cookies.student, url: site().url }]);
  await button.press('Enter');
  await expect(page.getByText('You have read this lesson')).toBeVisible();
  await expect(alert).toHaveCount(0);
  expect(await isSameDocument(page)).toBe(true);
});

test('without JavaScript such a form leads back to its page, or to a page that says why nothing was done', async ({
  browser,
}) => {
  const page = await as('instructor', browser, { javaScriptEnabled: false });
  await page.goto(`${home}/lessons/watched`);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Mark as read' }).press('Enter');
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`${home}/lessons/watched`)}`);
  // A form that was changed on its way.
  await page.goto('/help');
  await page.locator('[data-theme-switch] button').evaluate((button: HTMLButtonElement) => {
    button.value = 'blue';
  });
  await page.locator('[data-theme-switch] button').press('Enter');
  await expect(page.getByRole('heading', { name: 'This was not done' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the page' }).click();
  await expect(page).toHaveURL(/\/help$/);
});

test('Enter on a link of a static part follows it without loading the page anew', async ({ browser }) => {
  const page = await asStudent(browser);
  await open(page, lesson);
  await page.getByRole('link', { name: 'Help', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/help$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
});

test('a press with Ctrl, and a link that asks for a window of its own, open one and leave the page', async ({
  browser,
}) => {
  const page = await asStudent(browser);
  await open(page, lesson);
  const link = page.locator('.lesson-strip a');
  const pressed = page.context().waitForEvent('page');
  await link.click({ modifiers: ['Control'] });
  const beside = await pressed;
  // Where it was led, and nothing asked of it: a tab in the background may run no script, nor come to the front, for a minute.
  await expect.poll(() => new URL(beside.url()).pathname).toBe(home);
  await link.evaluate((anchor) => anchor.setAttribute('target', '_blank'));
  const asked = page.context().waitForEvent('page');
  await link.click();
  const own = await asked;
  await expect.poll(() => new URL(own.url()).pathname).toBe(home);
  await expect(page).toHaveURL(new RegExp(`${lesson}$`));
  expect(await isSameDocument(page)).toBe(true);
});

// Next answers both with an empty document that its scripts fill, so the frame's parts come by a second answer.
test('what is not there, and what is for others, say so in the frame of the course', async ({ browser }) => {
  const page = await asStudent(browser);
  for (const [path, status, title, words] of [
    [`${home}/lessons/none`, 404, 'There is nothing here', 'what stood here was taken out of the course'],
    [`${home}/teach/scores`, 403, 'This page is not for your role', 'this page is for others in it'],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    // Also before its scripts run.
    expect(await answer?.text()).toContain(`<title>${title} · Lectern</title>`);
    await expect(page).toHaveTitle(`${title} · Lectern`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Go home' })).toHaveAttribute('href', '/');
    await expect(page.locator('nav.course-nav')).toBeVisible();
    for (const name of ['Lectern', 'Help', 'Inbox'])
      await expect(page.getByRole('banner').getByRole('link', { name })).toBeVisible();
    await page.getByRole('button', { name: 'Sam' }).click();
    await expect(page.getByRole('link', { name: 'Account' })).toBeVisible();
  }
  // Outside of every course there is a frame of the site's own.
  expect((await page.goto('/nowhere'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await expect(page.getByRole('link', { name: 'Lectern' })).toBeVisible();
});

test('an ordinary page asks for nothing a second time', async ({ browser }) => {
  const page = await asStudent(browser);
  const asked: string[] = [];
  page.on('request', (request) => request.headers().rsc && asked.push(request.url()));
  for (const path of ['/', home, lesson]) await open(page, path);
  expect(asked).toEqual([]);
});
