import { type Browser, expect, type Page, test } from '@playwright/test';
import { site } from './support/site';

// The main job on the real course, by two people of the demo, each let in by one click. After that the student has no mouse.

test.use({ actionTimeout: 10_000, navigationTimeout: 20_000 });

async function enter(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site().url })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(`, ${role}$`) }).click();
  await page.waitForURL(`${site().url}/`);
  return page;
}

/** Presses Enter on what has this role and name. */
async function press(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
}

/** Answers what is on the screen badly: the last option, or a number and a word that nobody would accept. */
async function answerBadly(page: Page): Promise<void> {
  const text = page.locator('main input[type=text], main input:not([type])').first();
  const options = page.locator('main').getByRole('radio').or(page.locator('main').getByRole('checkbox'));
  if ((await text.count()) > 0) {
    await text.focus();
    await page.keyboard.type('77');
  } else if ((await options.count()) > 0) {
    await page.keyboard.press(String(await options.count()));
  }
}

test('a student reads, takes the check, is led back by a wrong answer and asks; the instructor sees it all and answers', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const student = await enter(browser, 'student');

  // Lesson 2 is where this student stopped.
  await press(student, 'link', /^Continue/);
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('The 1965 settlement and the courts');
  await press(student, 'link', /^Take the check/);
  await student.waitForURL(/\/quizzes\/check-2$/);
  await press(student, 'button', /^Start/);
  await student.waitForURL(/\/attempts\/[0-9a-f-]{36}$/);
  const attempt = student.url();
  const attemptId = attempt.slice(-36);

  for (let question = 1; ; question++) {
    await expect(student.getByText(new RegExp(`Question ${question} of \\d+`))).toBeVisible();
    const last = await student.getByText(`Question ${question} of ${question}`).count();
    await answerBadly(student);
    await student
      .locator('main')
      .getByRole('button', { name: /^(Next|Review)/ })
      .or(student.getByRole('button', { name: /^(Next|Review)/ }))
      .last()
      .focus();
    await student.keyboard.press('Enter');
    if (last > 0) break;
  }
  await expect(student.getByRole('heading', { name: 'Review your answers' })).toBeVisible();
  await press(student, 'button', /^Submit/);
  await press(student, 'link', 'See how it went');
  await student.waitForURL(`${attempt}/review`);

  // A wrong answer leads back to the passage, which is marked and in sight.
  await expect(student.getByText(/not correct/i).first()).toBeVisible();
  await press(student, 'link', /^Re-read 2\./);
  await student.waitForURL(/\/lessons\/.*cited=p-\w+.*#p-\w+$/);
  const passage = student.locator(`#${new URL(student.url()).hash.slice(1)}`);
  await expect(passage).toBeInViewport();
  await passage.getByRole('link', { name: /Discuss/ }).focus();
  await student.keyboard.press('Enter');
  // Where others have talked about this passage already, their threads come first.
  await student.waitForURL(/\/threads(\/new)?\?passage=/);
  if (!student.url().includes('/threads/new')) await press(student, 'link', /^(Ask|Start)/);
  await student.waitForURL(/\/threads\/new\?/);
  await student.getByLabel('Title').focus();
  await student.keyboard.type('Why is it this year and no other?');
  await student.getByLabel('What you want to say').focus();
  await student.keyboard.type('I read it twice and still chose something else.');
  // The form is live, Ctrl+Enter included, once it offers a preview.
  await expect(student.getByRole('tab', { name: 'Write' })).toBeVisible();
  await student.keyboard.press('Control+Enter');
  await student.waitForURL(/\/threads\/[0-9a-f-]{36}$/);

  const instructor = await enter(browser, 'instructor');
  await instructor.goto('/courses/seoul-tokyo/teach/scores?q=Jo+Lindgren');
  await instructor.locator('tr', { hasText: 'Jo Lindgren' }).locator(`a[href$="/teach/attempts/${attemptId}"]`).click();
  await instructor.waitForURL(new RegExp(`/teach/attempts/${attemptId}$`));
  await expect(instructor.getByText(/Jo Lindgren/).first()).toBeVisible();

  await instructor.goto('/courses/seoul-tokyo/threads');
  await instructor.getByRole('link', { name: 'Why is it this year and no other?' }).click();
  await instructor
    .getByLabel('Your post')
    .fill('Because the treaty was signed in it: look at the first line of the passage.');
  await expect(instructor.getByRole('tab', { name: 'Write' })).toBeVisible();
  await instructor.keyboard.press('Control+Enter');
  await expect(instructor.locator('article', { hasText: 'Because the treaty' })).toBeVisible();

  // The student has done nothing meanwhile: the open page says so by itself.
  await expect(student.getByRole('button', { name: /1 new post/ })).toBeVisible({ timeout: 15_000 });
  await press(student, 'button', /1 new post/);
  await expect(student.locator('article', { hasText: 'Because the treaty' })).toBeVisible();
});
