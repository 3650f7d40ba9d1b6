import { type Browser, expect, type Page, test } from '@playwright/test';
import { site } from './support/site';

// The class table of the demo's forty students, by the keyboard alone.

const SCORES = '/courses/seoul-tokyo/teach/scores';

async function teach(browser: Browser, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site().url, viewport })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /, instructor$/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site().url}/`);
  await page.goto(SCORES);
  return page;
}

const focused = (page: Page) => page.locator(':focus');

test('the class table is one tab stop, whose arrows go from cell to cell and whose Enter opens', async ({
  browser,
}) => {
  const page = await teach(browser);
  const grid = page.getByRole('grid');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await grid.locator('[tabindex="0"]').focus();
  const first = await focused(page).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await expect(focused(page)).toHaveText(first);
  await page.keyboard.press('Control+End');
  await expect(focused(page)).toHaveClass(/total/);
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(focused(page)).toHaveText(/^Student/);
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveText(/^Total/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=total/);
  await expect(grid.getByRole('columnheader', { name: /^Total/ })).toHaveAttribute('aria-sort', 'ascending');
  // Tab leaves the table, and Shift+Tab comes back to where one was.
  await page.keyboard.press('Tab');
  expect(await focused(page).evaluate((element) => element.closest('table'))).toBeNull();
  await page.keyboard.press('Shift+Tab');
  await expect(focused(page)).toHaveText(/^Total/);
});

test('a head with two links is gone into, and Escape comes out of it', async ({ browser }) => {
  const page = await teach(browser);
  await page.getByRole('grid').locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveText(/^Check 1/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveText(/^Summary/);
  await page.keyboard.press('Escape');
  await expect(focused(page)).toHaveRole('columnheader');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/check-1\/summary$/);
  await expect(page.getByText('Standard deviation')).toBeVisible();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`names and heads stay in sight wherever one is in the table, at ${viewport.width} pixels`, async ({
    browser,
  }) => {
    const page = await teach(browser, viewport);
    await page.getByRole('grid').locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    const last = await focused(page).boundingBox();
    const name = await page.locator('.score-grid tbody tr:last-child th').boundingBox();
    const head = await page.locator('.score-grid thead th:last-child').boundingBox();
    if (!last || !name || !head) throw new Error('The table is not there.');
    expect(name.x).toBeGreaterThanOrEqual(0);
    expect(name.x + name.width).toBeLessThanOrEqual(last.x + 1);
    expect(head.y).toBeGreaterThanOrEqual(0);
    expect(head.y + head.height).toBeLessThanOrEqual(last.y + 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });
}

test('the export has as many rows as the screen, under the same filter', async ({ browser }) => {
  const page = await teach(browser);
  await page.goto(`${SCORES}?state=in-progress&sort=total&dir=down`);
  const names = await page.locator('.score-grid tbody th').allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  const href = await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()['content-type']).toContain('text/csv');
  const rows = (await answer.text()).trim().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',')[0])).toEqual(names);
});
