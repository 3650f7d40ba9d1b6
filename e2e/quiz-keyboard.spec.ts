import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { begin, type LaidQuizzes, layQuizzes, saveWords, signedIn, storedResponses } from './support/quizzes';

// A quiz from its page to its review, by the keyboard alone: nothing here clicks or moves a mouse.

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let laid: LaidQuizzes;

test.beforeAll(() => {
  laid = layQuizzes(9);
});

/** Presses Tab until what has the focus has this name; fails after eighty. */
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

test('a student takes a quiz of every type, flags, reviews, submits and reads the review', async ({ browser }) => {
  const context = await signedIn(browser, laid.students[0]?.cookie ?? '');
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(`/courses/${laid.slug}/quizzes/five`);
  await tabTo(page, /^Start$/);
  await keyboard.press('Enter');
  await page.waitForURL(/\/attempts\//);
  const attempt = /attempts\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await page.waitForLoadState('networkidle');
  for (let n = 1; n <= 5; n++) {
    await expect(page.locator(`[data-question="${n}"]`)).toBeVisible();
    if (n > 1) await expect(page.locator(':focus')).toContainText(`Question ${n} of 5`);
    if ((await page.getByRole('textbox').count()) > 0) {
      await page.getByRole('textbox').focus();
      await keyboard.type('7 fat ideas');
      // Letters are text here: none of them flagged or chose anything.
      await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'false');
    } else if ((await page.getByRole('button', { name: /Move|up|down/i }).count()) > 0) {
      await tabTo(page, /down/i);
      await keyboard.press('Enter');
    } else {
      await keyboard.press('2');
    }
    await expect(saveWords(page)).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
    if (n === 1) {
      await keyboard.press('f');
      await expect(page.getByRole('button', { name: 'Flagged' })).toHaveAttribute('aria-pressed', 'true');
    }
    const onButton = await page.evaluate(() => !!document.activeElement?.closest('button, select'));
    if (onButton) await page.locator('h2[tabindex="-1"]').focus();
    await keyboard.press('Enter');
  }
  await expect(page.locator(':focus')).toHaveText('Review your answers');
  expect(await storedResponses(attempt)).toHaveLength(5);
  // Ideas are no number: that is told while it can still be mended.
  await expect(page.getByText('1 answer cannot be read')).toBeVisible();
  await keyboard.press('Shift+Enter');
  await expect(page.locator('[data-question="5"]')).toBeVisible();
  await page.locator('h2[tabindex="-1"]').focus();
  await keyboard.press('Enter');
  await expect(page.getByText('5 of 5 questions answered, 1 flagged')).toBeVisible();
  await tabTo(page, /^Submit 5 answers$/);
  await keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveText('Submitted');
  await expect(page.getByText(/Submitted \d\d:\d\d:\d\d · 5 answers · receipt [0-9A-Z-]+/)).toBeVisible();
  await tabTo(page, /^See how it went$/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/of 5 points/);
  await expect(page.getByText(/The key is shown when/)).toBeVisible();
  await tabTo(page, /^Only mistakes/);
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/only=mistakes/);
  await expect(page.locator('[data-right]')).toHaveCount(0);
});

test('keys tell the time and give help; switched off they do nothing, and stay off', async ({ browser }) => {
  const context = await signedIn(browser, laid.students[1]?.cookie ?? '');
  const page = await context.newPage();
  await begin(page, laid.slug, 'timed');
  await page.keyboard.press('t');
  await expect(page.getByRole('status').filter({ hasText: /minutes left\.|1 hour left\./ })).toHaveCount(1);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help with this quiz' });
  await expect(help).toBeVisible();
  await help.getByRole('checkbox', { name: /Use these keys/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.locator('h2[tabindex="-1"]').focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the time can be hidden, is told on demand all the same, and stays hidden', async ({ browser }) => {
  const context = await signedIn(browser, laid.students[2]?.cookie ?? '');
  const page = await context.newPage();
  await begin(page, laid.slug, 'timed');
  await tabTo(page, /^Hide the time$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-time-left]')).toHaveClass(/sr-only/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show time' })).toBeVisible();
});

test('back and forward of the browser go from question to question, and the first one is there without JavaScript', async ({
  browser,
}) => {
  const context = await signedIn(browser, laid.students[3]?.cookie ?? '');
  const page = await context.newPage();
  await begin(page, laid.slug, 'thirty');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-question="3"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-question="2"]')).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-question="1"]')).toBeVisible();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expect(saveWords(page)).toHaveText(/^Saved/);
  const plain = await signedIn(browser, laid.students[3]?.cookie ?? '', { javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(page.url().split('?')[0] ?? '');
  await expect(still.locator('[data-question="1"]')).toContainText('Question 1');
  await expect(still.getByRole('radio').first()).toBeChecked();
});

test('starting works without JavaScript', async ({ browser }) => {
  const context = await signedIn(browser, laid.students[4]?.cookie ?? '', { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/courses/${laid.slug}/quizzes/five`);
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/attempts\//);
});

test('a student who has used all attempts finds them first on the quiz’s page', async ({ browser }) => {
  const context = await signedIn(browser, laid.students[8]?.cookie ?? '');
  const page = await context.newPage();
  for (let n = 1; n <= 2; n++) {
    const attempt = await begin(page, laid.slug, 'five');
    const { origin } = new URL(page.url());
    const address = `/api/v1/courses/${laid.slug}/attempts/${attempt}/submit`;
    expect((await context.request.post(address, { data: {}, headers: { origin } })).status()).toBe(200);
  }
  await page.goto(`/courses/${laid.slug}/quizzes/five`);
  await expect(page.getByText('You have used all your attempts.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Your attempts', 'About this quiz']);
});

test('an instructor changes the settings and gives one student more time; the start page says both', async ({
  browser,
}) => {
  const staff = await (await signedIn(browser, laid.instructor)).newPage();
  await staff.goto(`/courses/${laid.slug}/teach/quizzes/timed`);
  await staff.getByLabel('Time limit (minutes)').fill('40');
  await staff.keyboard.press('Enter');
  await expect(staff.getByText('Saved. Attempts from now on follow the new rules')).toBeVisible();
  await staff.getByLabel('Student', { exact: true }).selectOption({ label: 'Student 6' });
  await staff.getByLabel('Extra minutes').fill('20');
  await staff.getByLabel('Reason').fill('Agreed with the school');
  await staff.getByRole('button', { name: 'Grant' }).focus();
  await staff.keyboard.press('Enter');
  await expect(staff.getByText('Granted.')).toBeVisible();
  await expect(staff.getByText('20 minutes more')).toBeVisible();
  const page = await (await signedIn(browser, laid.students[5]?.cookie ?? '')).newPage();
  await page.goto(`/courses/${laid.slug}/quizzes/timed`);
  await expect(page.getByText('1 hour from the moment you start')).toBeVisible();
  await expect(page.getByText('This includes the extra time you were given.')).toBeVisible();
});

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`${how} JavaScript an instructor's settings and extensions are kept when refused, and saved when mended`, async ({
    browser,
  }) => {
    const page = await (await signedIn(browser, laid.instructor, { javaScriptEnabled })).newPage();
    await page.goto(`/courses/${laid.slug}/teach/quizzes/thirty`);
    const shuffle = page.getByLabel('Each attempt has its own order of questions');
    const ticked = await shuffle.isChecked();
    await page.getByLabel('Closes (').fill('2031-02-03T10:30');
    await page.getByLabel('Time limit (minutes)').fill('an hour');
    await page.getByLabel('Which attempt counts').selectOption('last');
    await shuffle.setChecked(!ticked);
    const settings = async () => {
      await expect(page.getByLabel('Closes (')).toHaveValue('2031-02-03T10:30');
      await expect(page.getByLabel('Which attempt counts')).toHaveValue('last');
      await expect(shuffle).toBeChecked({ checked: !ticked });
    };
    await page.getByRole('button', { name: 'Save settings' }).press('Enter');
    await expect(page.getByText('Write the time limit as a number, or none.').first()).toBeVisible();
    await expect(page.getByLabel('Time limit (minutes)')).toHaveValue('an hour');
    await settings();
    await page.getByLabel('Time limit (minutes)').fill('7,5');
    await page.getByRole('button', { name: 'Save settings' }).press('Enter');
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByLabel('Time limit (minutes)')).toHaveValue('7.5');
    await settings();

    await page.getByLabel('Student', { exact: true }).selectOption({ label: 'Student 8' });
    await page.getByLabel('Extra minutes').fill('20');
    await page.getByLabel('Time factor').fill('nine');
    await page.getByLabel('Reason').fill('Agreed with the school');
    await page.getByRole('button', { name: 'Grant' }).press('Enter');
    await expect(page.getByText('Write a factor from 1 to 5').first()).toBeVisible();
    await expect(page.getByLabel('Student', { exact: true }).locator('option:checked')).toHaveText('Student 8');
    await expect(page.getByLabel('Extra minutes')).toHaveValue('20');
    await expect(page.getByLabel('Time factor')).toHaveValue('nine');
    await expect(page.getByLabel('Reason')).toHaveValue('Agreed with the school');
    await page.getByLabel('Time factor').fill('');
    await page.getByRole('button', { name: 'Grant' }).press('Enter');
    await expect(page.getByText('Granted.')).toBeVisible();
    await expect(page.getByText('20 minutes more')).toBeVisible();
    await expect(page.getByLabel('Reason')).toHaveValue('');

    // For the next one who reads this: as it was.
    await page.getByLabel('Closes (').fill('');
    await page.getByLabel('Time limit (minutes)').fill('');
    await page.getByLabel('Which attempt counts').selectOption('best');
    await shuffle.setChecked(ticked);
    await page.getByRole('button', { name: 'Save settings' }).press('Enter');
    await expect(page.getByLabel('Which attempt counts')).toHaveValue('best');
    await expect(page.getByText('Saved.')).toBeVisible();
  });
}

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the player's screens, ${width} pixels, ${colorScheme}`, async ({ browser }) => {
      const context = await signedIn(browser, laid.students[6]?.cookie ?? '', {
        viewport: { width, height: 844 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(`/courses/${laid.slug}/quizzes/five`);
      await page
        .getByRole('button', { name: /^Start/ })
        .or(page.getByRole('link', { name: 'Go on' }))
        .focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/attempts\//);
      const player = page.url().split('?')[0] ?? '';
      for (const q of ['1', '2', '3', '4', '5', 'review']) {
        await page.goto(`${player}?q=${q}`);
        await page.waitForLoadState('networkidle');
        if (q === '1') await page.keyboard.press('1');
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
        expect(found, q).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
  }
}

test('on a phone the questions are in a sheet, and the buttons under the thumb are 44 pixels high', async ({
  browser,
}) => {
  const context = await signedIn(browser, laid.students[7]?.cookie ?? '', { viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await begin(page, laid.slug, 'five');
  await tabTo(page, /^All questions/);
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Questions' });
  await expect(sheet).toBeVisible();
  await sheet.getByRole('link', { name: /^Question 3,/ }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.locator('[data-question="3"]')).toBeVisible();
  const heights = await page
    .getByRole('button', { name: /^(Previous|Next|All questions.*)$/ })
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height).filter((height) => height > 0));
  expect(heights.length).toBeGreaterThanOrEqual(3);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
});
