import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { lay } from './support/lay';
import { isLive, saveWords, signedIn } from './support/quizzes';
import { site } from './support/site';

// Staff see the course as a student does, by the keyboard alone: nothing here clicks or moves a mouse.

interface Laid {
  readonly slug: string;
  readonly instructor: string;
  readonly assistant: string;
  readonly student: string;
}
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let laid: Laid;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/lay-preview.ts');
});

/** Presses Tab from the top of the page until what has the focus has this name; fails after eighty. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const at = document.activeElement;
      return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim();
    });
    if (name.test(text)) return;
  }
  throw new Error(`Tab did not come to ${name}`);
}

const bar = (page: Page) => page.getByRole('region', { name: 'Preview as student' });
const places = (page: Page) => page.getByRole('navigation', { name: /^Course/ }).getByRole('link');
const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

async function beginPreview(page: Page, path = ''): Promise<void> {
  await page.goto(`/courses/${laid.slug}${path}`);
  await tabTo(page, /^Preview as student$/);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('You see this course as a student does. What you do here counts nowhere.');
}

async function endPreview(page: Page): Promise<void> {
  await tabTo(page, /^Back to teaching$/);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
}

async function as(browser: Browser, who: 'instructor' | 'assistant' | 'student', options = {}): Promise<Page> {
  return (await signedIn(browser, laid[who], options)).newPage();
}

test('an instructor sees the course as a student does, takes its check, and goes back to teaching', async ({
  browser,
}) => {
  const page = await as(browser, 'instructor');
  const home = `/courses/${laid.slug}`;
  await page.goto(home);
  await expect(page.getByRole('link', { name: 'Lesson unseen' })).toBeVisible();
  await beginPreview(page);

  // The outline, the places and the addresses are a student's.
  await expect(page).toHaveURL(`${site().url}${home}`);
  await expect(page.getByRole('link', { name: 'Lesson seen' }).first()).toBeVisible();
  await expect(page.getByText('Lesson unseen')).toHaveCount(0);
  await expect(page.getByText('Join code')).toHaveCount(0);
  await expect(places(page)).toHaveText(['Outline', 'Talk', 'Reference', 'Grades']);
  await expect(page.getByRole('button', { name: 'Preview as student' })).toHaveCount(0);
  expect((await page.goto(`${home}/lessons/unseen`))?.status()).toBe(404);
  await expect(bar(page)).toBeVisible();
  for (const teach of ['scores', 'quizzes', 'people']) {
    expect((await page.goto(`${home}/teach/${teach}`))?.status(), teach).toBe(403);
    await expect(bar(page)).toBeVisible();
  }
  expect((await page.request.get(`${home}/teach/scores.csv`)).status()).toBe(403);
  // News of the talk goes on.
  const news = `/api/v1${home}/threads/news?after=2026-01-01T00:00:00Z`;
  expect((await page.request.get(news)).status()).toBe(200);

  // A check as a student takes it: a limit, two attempts, and the key after the second.
  for (const n of [1, 2]) {
    await page.goto(`${home}/quizzes/check`);
    await expect(page.getByText(n === 1 ? '2 attempts' : /this is your last attempt/).first()).toBeVisible();
    await tabTo(page, n === 1 ? /^Start$/ : /^Start attempt 2$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/attempts\//);
    await isLive(page);
    await expect(bar(page)).toBeVisible();
    await expect(page.locator('[data-time-left]')).toHaveText(/^(?:20|19) /);
    for (const question of [1, 2]) {
      await expect(page.locator(`[data-question="${question}"]`)).toBeVisible();
      await page.keyboard.press('1');
      await expect(saveWords(page)).toHaveText(/^Saved/);
      await page.locator('h2[tabindex="-1"]').focus();
      await page.keyboard.press('Enter');
    }
    await tabTo(page, /^Submit 2 answers$/);
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toHaveText('Submitted');
    await tabTo(page, /^See how it went$/);
    await page.keyboard.press('Enter');
    await expect(h1(page)).toHaveText(/of 2 points/);
    await expect(page.getByText(`Attempt ${n}`).first()).toBeVisible();
    await expect(page.getByText(/The key is shown when/)).toHaveCount(n === 1 ? 1 : 0);
    await expect(page.getByText(/CNRY-explanation/)).toHaveCount(n === 1 ? 0 : 2);
  }
  await page.goto(`${home}/quizzes/check`);
  await expect(page.getByText('You have used all your attempts')).toBeVisible();
  await page.goto(`${home}/grades`);
  await expect(page.getByText('Quiz check').first()).toBeVisible();

  // Back, from a page that is a student's alone, and nothing of it stands among the students' scores.
  await endPreview(page);
  await expect(page).toHaveURL(`${site().url}${home}`);
  await expect(page.getByText('Lesson unseen')).toBeVisible();
  await page.goto(`${home}/teach/scores`);
  await expect(page.getByRole('rowheader', { name: /Mina/ })).toBeVisible();
  await expect(page.getByRole('grid')).not.toContainText('Irma');
  expect(await (await page.request.get(`${home}/teach/scores.csv`)).text()).not.toContain('Irma');

  // Another preview begins afresh.
  await beginPreview(page, '/quizzes/check');
  await expect(page).toHaveURL(/\/quizzes\/check$/);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});

test('the way back is on a page that refuses, on one that is not there, and in the player', async ({ browser }) => {
  const page = await as(browser, 'assistant');
  const home = `/courses/${laid.slug}`;
  await beginPreview(page, '/teach/scores');
  await expect(page).toHaveURL(`${site().url}${home}`);
  await page.goto(`${home}/teach/scores`);
  await expect(h1(page)).toHaveText('This page is not for your role');
  await endPreview(page);
  await expect(h1(page)).toHaveText('Scores');

  await beginPreview(page, '/lessons/unseen');
  await expect(h1(page)).toHaveText('There is nothing here');
  await endPreview(page);
  await expect(h1(page)).toHaveText('Lesson unseen');

  await beginPreview(page);
  await page.goto(`${home}/attempts/00000000-0000-4000-8000-000000000000`);
  await expect(h1(page)).toHaveText('There is nothing here');
  await endPreview(page);
  await expect(page.getByText('There is nothing here')).toBeVisible();
});

test('it works without JavaScript, and leaves the rest of the site alone', async ({ browser }) => {
  const page = await as(browser, 'instructor', { javaScriptEnabled: false });
  await page.goto(`/courses/${laid.slug}/reference`);
  await page.getByRole('button', { name: 'Preview as student' }).press('Enter');
  await expect(bar(page)).toBeVisible();
  await expect(page).toHaveURL(/\/reference$/);
  await expect(places(page)).toHaveText(['Outline', 'Talk', 'Reference', 'Grades']);
  await page.goto('/');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByText('You teach this course')).toBeVisible();
  await page.goto(`/courses/${laid.slug}/reference`);
  await page.getByRole('button', { name: 'Back to teaching' }).press('Enter');
  await expect(bar(page)).toHaveCount(0);
  await expect(places(page)).toHaveText(['Outline', 'Talk', 'Reference', 'Scores', 'Quizzes', 'People']);
});

test('signing out forgets it; a student is never offered it', async ({ browser }) => {
  const page = await as(browser, 'instructor');
  await beginPreview(page);
  const kept = async () => (await page.context().cookies()).find(({ name }) => name === 'lectern.preview');
  expect(await kept()).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });
  await page.getByRole('button', { name: /Irma/ }).press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(await kept()).toBeUndefined();

  const mina = await as(browser, 'student');
  await mina.goto(`/courses/${laid.slug}`);
  await expect(mina.getByRole('button', { name: 'Preview as student' })).toHaveCount(0);
  await mina.context().addCookies([{ name: 'lectern.preview', value: `${laid.slug}.1764260000000`, url: site().url }]);
  await mina.reload();
  await expect(bar(mina)).toHaveCount(0);
});

test('the document is never without a title: not while a page is made again, nor while one gives way to the next', async ({
  browser,
}) => {
  const page = await as(browser, 'instructor');
  await page.addInitScript(() => {
    const titles: string[] = [];
    Object.assign(window, { titles });
    const look = () => {
      if (document.readyState !== 'loading' && titles.at(-1) !== document.title) titles.push(document.title);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await beginPreview(page);
  await endPreview(page);
  await tabTo(page, /^Reference$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Reference/);
  await page.goBack();
  await expect(page).not.toHaveTitle(/^Reference/);
  const titles = await page.evaluate(() => (window as unknown as { titles: string[] }).titles);
  expect(titles).toEqual([titles[0], expect.stringMatching(/^Reference/), titles[0]]);
});

test('who writes in a preview is told that a post is no part of it', async ({ browser }) => {
  const page = await as(browser, 'instructor');
  await beginPreview(page, '/threads/new');
  await expect(page.getByText('A post is no part of the preview')).toBeVisible();
  await endPreview(page);
  await expect(page.getByText('A post is no part of the preview')).toHaveCount(0);
});

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe: the control and the bar at ${width}, ${colorScheme}`, async ({ browser }) => {
      const page = await as(browser, 'instructor', { viewport: { width, height: 844 }, colorScheme });
      const violations = async () => {
        await page.evaluate(axe);
        return page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
          return (await axe.run()).violations.map(({ id }) => id);
        });
      };
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      await page.goto(`/courses/${laid.slug}`);
      expect([await violations(), await fits()]).toEqual([[], true]);
      await beginPreview(page);
      expect([await violations(), await fits()]).toEqual([[], true]);
    });
  }
}
