import { expect, test } from '@playwright/test';
import { begin, goTo, layQuizzes, saveWords, signedIn, storedEvents, storedResponses } from './support/quizzes';
import { startSecondServer } from './support/site';

test('fifty acknowledged answers are all there after kill -9 of the server, and the open page goes on saving', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const laid = layQuizzes(1);
  const first = await startSecondServer();
  const context = await signedIn(browser, laid.students[0]?.cookie ?? '', {}, first.url);
  const page = await context.newPage();
  const attempt = await begin(page, laid.slug, 'thirty');
  let acknowledged = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('/responses') && response.status() === 200) acknowledged += 1;
  });
  // Every question once, then twenty of them again with another answer.
  for (let i = 0; i < 50; i++) {
    await page.keyboard.press(i < 30 ? '1' : '2');
    await expect.poll(() => acknowledged).toBe(i + 1);
    if (i === 29) await goTo(page, 1);
    else if (i < 49) await page.keyboard.press('Enter');
  }
  await first.kill();
  await page.keyboard.press('1');
  await expect(saveWords(page)).toHaveText('Not saved yet, will retry');
  expect(await storedEvents(attempt)).toHaveLength(50);
  const second = await startSecondServer(first.port);
  try {
    await expect(saveWords(page)).toHaveText(/^Saved/, { timeout: 20_000 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await expect(saveWords(page)).toHaveText(/^Saved/);
    expect(await storedEvents(attempt)).toHaveLength(52);
    const stored = await storedResponses(attempt);
    expect(stored).toHaveLength(30);
    const chosen = (position: number) => (position <= 19 || position === 21 ? 'b' : 'a');
    for (const { position, payload } of stored) expect(payload).toEqual({ choice: chosen(position) });
  } finally {
    await second.stop();
  }
});
