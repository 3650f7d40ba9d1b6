import { type Browser, expect, type Page, test } from '@playwright/test';
import { site } from './support/site';

test.use({ actionTimeout: 10_000, navigationTimeout: 20_000 });

const COURSE = '/courses/seoul-tokyo';
const PASSWORD = 'orchard kettle violin';

/** Comes in by the demo's door; without a role, as a visitor. */
async function enter(browser: Browser, role?: 'assistant' | 'instructor' | 'admin'): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site().url })).newPage();
  if (!role) return page;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(`, ${role}$`) }).click();
  await page.waitForURL(`${site().url}/`);
  return page;
}

const statusOf = async (page: Page, path: string): Promise<number | undefined> => (await page.goto(path))?.status();

async function joinBy(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Name').fill('Bea Brown');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL('**/join/**');
  await page.getByRole('button', { name: 'Join the course' }).click();
  await page.waitForURL(`**${COURSE}`);
}

test('an instructor invites an assistant, makes a student of them and removes them; each holds at their next request', async ({
  browser,
}) => {
  const email = `bea-${Date.now()}@example.test`;
  const [instructor, bea] = [await enter(browser, 'instructor'), await enter(browser)];
  await instructor.goto(`${COURSE}/teach/people`);
  await instructor.getByLabel('Role', { exact: true }).selectOption('assistant');
  await instructor.getByRole('button', { name: 'Make an invite link' }).click();
  await joinBy(bea, await instructor.getByText(/\/join\/[\w-]{43}$/).innerText(), email);
  expect([await statusOf(bea, `${COURSE}/teach/scores`), await statusOf(bea, `${COURSE}/teach/people`)]).toEqual([
    200, 403,
  ]);

  await instructor.goto(`${COURSE}/teach/people?q=${email}`);
  const row = instructor.getByRole('row', { name: /Bea Brown/ });
  await row.getByLabel('Role of Bea Brown').selectOption('student');
  await row.getByRole('button', { name: 'Set the role of Bea Brown' }).click();
  await expect(row.getByText('Set.')).toBeVisible();
  expect(await statusOf(bea, `${COURSE}/teach/scores`)).toBe(403);
  await row.getByRole('button', { name: 'Remove Bea Brown' }).click();
  await expect(instructor.getByRole('button', { name: 'Bring back Bea Brown' }).first()).toBeVisible();
  expect(await statusOf(bea, COURSE)).toBe(404);

  await instructor.goto(`${COURSE}/teach/people`);
  const own = instructor.getByRole('row', { name: /You/ }).first();
  await expect(own.getByRole('button')).toHaveCount(0);
});

test('an admin suspends somebody, finds it in the audit log, and has nothing in the course', async ({ browser }) => {
  const email = `otto-${Date.now()}@example.test`;
  const [admin, otto] = [await enter(browser, 'admin'), await enter(browser)];
  await otto.goto('/sign-up');
  await otto.getByLabel('Name').fill('Otto Osei');
  await otto.getByLabel('E-mail address').fill(email);
  await otto.getByLabel('Password').fill(PASSWORD);
  await otto.getByRole('button', { name: 'Make my account' }).click();
  await otto.waitForURL(`${site().url}/`);

  await expect(admin.getByRole('heading', { name: 'This site' })).toBeVisible();
  await admin.goto(`/admin?q=${email}`);
  const row = admin.getByRole('row', { name: /Otto Osei/ });
  await row.getByText('Suspend').first().click();
  await row.getByLabel('Why').fill('Shared the account');
  await row.getByRole('button', { name: 'Suspend Otto Osei' }).click();
  await expect(row.getByText('Suspended', { exact: true })).toBeVisible();
  await otto.goto('/account');
  await expect(otto).toHaveURL(/\/sign-in/);
  await row.getByRole('link', { name: 'Acts of Otto Osei' }).click();
  await expect(admin.getByRole('row', { name: /suspended Otto Osei/ })).toContainText('Shared the account');
  expect([await statusOf(admin, COURSE), await statusOf(admin, `${COURSE}/teach/scores`)]).toEqual([404, 404]);
});

test('an assistant may open whatever needs them', async ({ browser }) => {
  const assistant = await enter(browser, 'assistant');
  const waiting = assistant.getByRole('region', { name: 'Needs you' }).getByRole('link');
  const paths = await waiting.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) expect(await statusOf(assistant, path), path).toBe(200);
});
