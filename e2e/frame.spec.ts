import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { lay } from './support/lay';
import { site } from './support/site';

// The frame around every page is static markup; one small script does the rest (components/shell/frame-scripts.tsx).

interface Laid {
  readonly slug: string;
  readonly cookies: Readonly<Record<'student' | 'instructor', string>>;
}
let laid: Laid;
let home: string;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/reading-course.ts');
  home = `/courses/${laid.slug}`;
});

async function as(browser: Browser, who: 'student' | 'instructor' | null, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: site().url, ...options });
  if (who) await context.addCookies([{ name: 'lectern.session', value: laid.cookies[who], url: site().url }]);
  return context.newPage();
}

/** Opens a page and waits until its scripts run. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => Object.assign(window, { still: 'this document' }));
}

const isSameDocument = (page: Page): Promise<boolean> => page.evaluate(() => 'still' in window);
const AS_SYSTEM = 'Theme: as the system. Change to light';
const LIGHT = 'Theme: light. Change to dark';
const DARK = 'Theme: dark. Change to the system’s';
const themeSwitch = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });

/** What the page is shown in, what its switch says, and what the next page will be shown in. */
async function expectTheme(page: Page, theme: 'light' | 'dark' | null, says: string): Promise<void> {
  await expect(themeSwitch(page, says)).toHaveAttribute('title', says);
  await expect(page.locator('html[data-theme]')).toHaveCount(theme ? 1 : 0);
  if (theme) await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  const kept = (await page.context().cookies()).find(({ name }) => name === 'lectern.theme')?.value;
  expect(kept ?? null).toBe(theme);
}

/** The places that are marked as where one is. */
async function expectPlace(page: Page, name: string, how: 'page' | 'true'): Promise<void> {
  const marked = page.locator('nav.course-nav a[aria-current]');
  await expect(marked).toHaveText([name]);
  await expect(marked).toHaveAttribute('aria-current', how);
}

test.describe('the theme', () => {
  test('without JavaScript is changed by a form, and one is on the same page again', async ({ browser }) => {
    const page = await as(browser, null, { javaScriptEnabled: false });
    await page.goto('/sign-in?next=%2Fhelp');
    for (const [says, theme, then] of [
      [AS_SYSTEM, 'light', LIGHT],
      [LIGHT, 'dark', DARK],
      [DARK, null, AS_SYSTEM],
    ] as const) {
      await themeSwitch(page, says).press('Enter');
      await expect(page).toHaveURL(`${site().url}/sign-in?next=%2Fhelp`);
      await expectTheme(page, theme, then);
    }
  });

  test('is changed at once, keeps the focus where it is, and asks the server for nothing', async ({ browser }) => {
    const page = await as(browser, 'student');
    await open(page, home);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await themeSwitch(page, AS_SYSTEM).focus();
    for (const [theme, says] of [
      ['light', LIGHT],
      ['dark', DARK],
      [null, AS_SYSTEM],
      ['light', LIGHT],
    ] as const) {
      await page.keyboard.press('Enter');
      await expectTheme(page, theme, says);
      await expect(themeSwitch(page, says)).toBeFocused();
    }
    expect(asked).toEqual([]);
    await page.reload();
    await expectTheme(page, 'light', LIGHT);
  });

  test('is the one chosen last wherever one goes, and after what was gone back to', async ({ browser }) => {
    const page = await as(browser, 'student');
    await open(page, home);
    await themeSwitch(page, AS_SYSTEM).press('Enter');
    // Another frame, which comes from the server.
    await page.getByRole('link', { name: 'Help', exact: true }).click();
    await expect(page).toHaveURL(/\/help$/);
    await expectTheme(page, 'light', LIGHT);
    await themeSwitch(page, LIGHT).press('Enter');
    await page.goBack();
    await expect(page.locator('nav.course-nav')).toBeVisible();
    await expectTheme(page, 'dark', DARK);
    await page.goForward();
    await expect(page).toHaveURL(/\/help$/);
    await expectTheme(page, 'dark', DARK);
    expect(await isSameDocument(page)).toBe(true);
  });

  test('stays when the page is made again below it', async ({ browser }) => {
    const page = await as(browser, 'student');
    await open(page, `${home}/lessons/on-paper`);
    await themeSwitch(page, AS_SYSTEM).press('Enter');
    await page.getByRole('button', { name: 'Mark as read' }).first().click();
    await expect(page.getByText('You have read this lesson')).toBeVisible();
    await expectTheme(page, 'light', LIGHT);
    await themeSwitch(page, LIGHT).press('Enter');
    await expectTheme(page, 'dark', DARK);
    await expectPlace(page, 'Outline', 'true');
    expect(await isSameDocument(page)).toBe(true);
  });
});

test.describe('the places of a course', () => {
  test('say without JavaScript where one is', async ({ browser }) => {
    const page = await as(browser, 'student', { javaScriptEnabled: false });
    for (const [path, name, how] of [
      ['', 'Outline', 'page'],
      ['/lessons/two-readings', 'Outline', 'true'],
      ['/threads?show=all', 'Talk', 'page'],
      ['/quizzes', 'Grades', 'true'],
    ] as const) {
      await page.goto(home + path);
      await expectPlace(page, name, how);
    }
  });

  for (const who of ['student', 'instructor'] as const) {
    test(`say so when one goes on in the same document, and back (${who})`, async ({ browser }) => {
      const page = await as(browser, who);
      await open(page, home);
      await expectPlace(page, 'Outline', 'page');
      await page.locator('nav.course-nav').getByRole('link', { name: 'Talk' }).click();
      await expect(page).toHaveURL(new RegExp(`${home}/threads$`));
      await expectPlace(page, 'Talk', 'page');
      await page.getByRole('banner').getByRole('link', { name: 'Inbox' }).click();
      await expect(page.locator('nav.course-nav')).toHaveCount(0);
      await page.goBack();
      await expectPlace(page, 'Talk', 'page');
      await page.goBack();
      await expectPlace(page, 'Outline', 'page');
      await page.goForward();
      await expectPlace(page, 'Talk', 'page');
      expect(await isSameDocument(page)).toBe(true);
    });
  }
});

test('who loses the connection is told so, and no longer when it is back', async ({ browser }) => {
  const page = await as(browser, 'student');
  await open(page, home);
  const notice = page.getByRole('status').filter({ hasText: 'You are offline.' });
  await expect(page.locator('[data-offline-notice]')).toHaveAttribute('role', 'status');
  await expect(notice).toHaveCount(0);
  await page.context().setOffline(true);
  await expect(notice).toBeVisible();
  await page.context().setOffline(false);
  await expect(notice).toHaveCount(0);
});

test('without JavaScript one signs out', async ({ browser }) => {
  const page = await as(browser, null, { javaScriptEnabled: false });
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Vera Visitor');
  await page.getByLabel('E-mail address').fill(`frame-${Date.now()}@example.test`);
  await page.getByLabel('Password').fill('orchard kettle violin');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL(`${site().url}/`);
  await page.goto('/help');
  await page.getByRole('button', { name: 'Vera Visitor' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${site().url}/`);
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect((await page.context().cookies()).find(({ name }) => name === 'lectern.session')).toBeUndefined();
});
