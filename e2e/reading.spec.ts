import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { lay } from './support/lay';
import { site } from './support/site';

// Reading, by the keyboard alone: nothing here clicks or moves a mouse.

interface Laid {
  readonly slug: string;
  readonly cookies: Readonly<Record<'student' | 'instructor' | 'stranger', string>>;
  readonly cited: string;
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let laid: Laid;
let home: string;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/reading-course.ts');
  home = `/courses/${laid.slug}`;
});

async function as(browser: Browser, who: keyof Laid['cookies'], options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site().url, ...options });
  await context.addCookies([{ name: 'lectern.session', value: laid.cookies[who], url: site().url }]);
  return context.newPage();
}

/** Presses Tab until what has the focus fits; fails after eighty. */
async function tabTo(page: Page, fits: (text: string, element: string) => boolean): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const { text, element } = await page.evaluate(() => ({
      text: (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim(),
      element: document.activeElement?.outerHTML.slice(0, 200) ?? '',
    }));
    if (fits(text, element)) return;
  }
  throw new Error('Tab did not come to it');
}

test('a new student begins at the first lesson, two tab stops from the start of the page', async ({ browser }) => {
  const page = await as(browser, 'student');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Begin');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${home}/lessons/two-readings$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lesson two-readings');
});

test('what was in sight long enough counts as read, is kept, and shows as the place to go on', async ({ browser }) => {
  const page = await as(browser, 'student');
  await page.goto(`${home}/lessons/watched`);
  await expect(page.getByText('0 of 2')).toBeVisible();
  const told = page.waitForResponse((response) => response.url().endsWith('/watched/progress'));
  await page
    .locator('.passage')
    .first()
    .evaluate((passage) => passage.scrollIntoView({ block: 'center' }));
  await expect(page.getByText(/[12] of 2/)).toBeVisible({ timeout: 15_000 });
  await page
    .locator('.passage')
    .last()
    .evaluate((passage) => passage.scrollIntoView({ block: 'center' }));
  await expect(page.getByText('2 of 2')).toBeVisible({ timeout: 15_000 });
  expect((await told).status()).toBe(200);
  await page.waitForTimeout(2_500);
  await page.reload();
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(page.getByText('You have read this lesson')).toBeVisible();
});

test('a word shows its card on focus, leaves it with Esc, and lets the keyboard into it', async ({ browser }) => {
  const page = await as(browser, 'student');
  await page.goto(`${home}/lessons/two-readings`);
  const card = page.locator('#lesson-card');
  await tabTo(page, (text) => text === 'zero-sum');
  await expect(card).toBeVisible();
  await expect(card).toContainText('What one side gains the other loses.');
  await expect(page.locator(':focus')).toHaveAccessibleDescription(/What one side gains/);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveText('zero-sum');
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator('#lesson-card a:focus')).toHaveText(/In the glossary/);
  await page.keyboard.press('Escape');
  await expect(page.locator(':focus')).toHaveText('zero-sum');
  // Leaving the word takes its card along; the next one brings its own.
  await page.keyboard.press('Tab');
  await expect(card).toContainText('Minister');
});

test('on a small screen a card does not lie over the word it explains', async ({ browser }) => {
  const page = await as(browser, 'student', { viewport: { width: 320, height: 640 } });
  await page.goto(`${home}/lessons/two-readings`);
  await page.waitForLoadState('networkidle');
  // The word stands near the foot of the screen, where its card comes.
  const word = page.getByRole('link', { name: 'zero-sum' }).first();
  await word.evaluate((link) => window.scrollBy({ top: link.getBoundingClientRect().top - 520, behavior: 'instant' }));
  await page.keyboard.press('Shift');
  await word.focus();
  const card = page.locator('#lesson-card');
  await expect(card).toBeVisible();
  const [foot, top] = await Promise.all([
    word.evaluate((link) => link.getBoundingClientRect().bottom),
    card.evaluate((element) => element.getBoundingClientRect().top),
  ]);
  expect(foot).toBeLessThanOrEqual(top);
});

test('a citation lands on its passage, highlighted, below what sticks to the top, and says where one came from', async ({
  browser,
}) => {
  const page = await as(browser, 'student');
  await page.goto(`${home}/lessons/two-readings?cited=${laid.cited}&question=4#${laid.cited}`);
  const passage = page.locator(`#${laid.cited}`);
  await expect(passage).toContainText('You came from question 4.');
  await expect(passage).toBeInViewport();
  const [body, plain] = await Promise.all(
    [passage, page.locator('.passage').first()].map((each) =>
      each.locator('.passage-body').evaluate((element) => getComputedStyle(element).backgroundColor),
    ),
  );
  expect(body).not.toBe(plain);
  const top = await passage.evaluate((element) => element.getBoundingClientRect().top);
  const strip = await page.locator('.lesson-strip').evaluate((element) => element.getBoundingClientRect().bottom);
  expect(top).toBeGreaterThanOrEqual(strip - 1);
});

test('the margin of a passage leads to talk about it', async ({ browser }) => {
  const page = await as(browser, 'student');
  await page.goto(`${home}/lessons/two-readings`);
  await tabTo(page, (text) => text === 'Discuss passage 1.2');
  await expect(page.locator(':focus')).toHaveAttribute('href', /\/threads\/new\?passage=p-tworeadings2xxx$/);
});

test('a Korean name is drawn by our own font, of which only the pages that need one ask for anything', async ({
  browser,
}) => {
  const page = await as(browser, 'student');
  const asked: string[] = [];
  page.on('response', (response) => asked.push(response.url()));
  const faces = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
    );
  await page.goto('/inbox', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.endsWith('.css'))).not.toEqual([]);
  const before = asked.length;
  expect(await faces()).not.toContain('Noto Sans KR Variable');
  await page.goto(`${home}/reference`);
  await expect.poll(faces).toContain('Noto Sans KR Variable');
  const fonts = asked.slice(before).filter((url) => url.endsWith('.woff2'));
  expect(fonts.length).toBeLessThan(10);
});

test('T-AUTHZ-1 a hidden lesson is there for staff only, and nothing of a course for a stranger', async ({
  browser,
}) => {
  const [student, instructor, stranger] = await Promise.all(
    (['student', 'instructor', 'stranger'] as const).map((who) => as(browser, who)),
  );
  const status = async (page: Page | undefined, path: string) => (await page?.goto(path))?.status();
  expect(await status(student, `${home}/lessons/not-yet`)).toBe(404);
  expect(await status(instructor, `${home}/lessons/not-yet`)).toBe(200);
  for (const path of ['', '/lessons/two-readings', '/reference']) {
    expect(await status(stranger, home + path)).toBe(404);
    expect(await status(student, home + path)).toBe(200);
  }
});

test('reading needs no JavaScript: text, cards at the foot, and a button that marks the lesson as read', async ({
  browser,
}) => {
  const page = await as(browser, 'student', { javaScriptEnabled: false });
  await page.goto(`${home}/lessons/on-paper`);
  await expect(page.locator('.passage')).toHaveCount(6);
  await expect(page.getByText('0 of 6')).toBeVisible();
  await page.locator('.passage a.term').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#term-zero-sum')).toBeInViewport();
  await page.getByRole('button', { name: 'Mark as read' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You have read this lesson')).toBeVisible();
  await expect(page.getByText('6 of 6')).toBeVisible();
  await page.goto(home);
  await expect(page.getByText('6 of 6 read').or(page.getByText('Done')).first()).toBeVisible();
});

/** Characters a line, of the full lines of every passage: a range over each character, grouped by the top of its box. */
const charactersALine = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const counts: number[] = [];
    for (const paragraph of document.querySelectorAll('.passage-body p')) {
      const lines = new Map<number, number>();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let i = 0; i < (node.textContent?.length ?? 0); i++) {
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const [box] = range.getClientRects();
          if (box) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) ?? 0) + 1);
        }
      }
      counts.push(...[...lines.values()].slice(0, -1));
    }
    return counts.sort((a, b) => a - b);
  });

for (const [width, least, most] of [
  [1280, 60, 75],
  [390, 38, 52],
] as const) {
  test(`lines are ${least} to ${most} characters long at ${width} pixels`, async ({ browser }) => {
    const page = await as(browser, 'student', { viewport: { width, height: 844 } });
    await page.goto(`${home}/lessons/two-readings`);
    await page.evaluate(() => document.fonts.ready);
    const counts = await charactersALine(page);
    expect(counts.length).toBeGreaterThan(15);
    const median = counts[Math.floor(counts.length / 2)];
    expect(median).toBeGreaterThanOrEqual(least);
    expect(median).toBeLessThanOrEqual(most);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the reading pages, ${width} pixels, ${colorScheme}`, async ({ browser }) => {
      const page = await as(browser, 'student', { viewport: { width, height: 844 }, colorScheme });
      for (const path of ['/', home, `${home}/lessons/two-readings`, `${home}/reference`]) {
        await page.goto(path);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: {
              run(on: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const { violations } = await axe.run(document, { runOnly: tags });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        });
        expect(found, path).toEqual([]);
      }
    });
  }
}
