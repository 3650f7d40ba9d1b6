import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { as } from './doors/world';
import { site } from './support/site';

// Signing in and what ends it, beside accounts.spec.ts: by the keyboard, without JavaScript, by the demo's door.

test.use({ actionTimeout: 10_000, navigationTimeout: 20_000 });

const PASSWORD = 'orchard kettle violin';
const WRONG = 'This address and password do not go together';
let made = 0;
const newEmail = (): string => `signs-in-${Date.now()}-${++made}@example.test`;

async function fresh(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: site().url, ...options })).newPage();
}

async function signUp(browser: Browser, email: string): Promise<Page> {
  const page = await fresh(browser);
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Vera Visitor');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL(`${site().url}/`);
  return page;
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
}

/** Presses Tab until what has the focus is called this; fails after forty. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByRole('link', { name }).or(page.getByLabel(name)));
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if ((await wanted.or(page.locator(':focus').and(page.getByRole('button', { name }))).count()) > 0) return;
  }
  throw new Error(`Tab did not come to ${name}`);
}

test('by the keyboard alone one makes an account, signs out and signs in again', async ({ browser }) => {
  const page = await fresh(browser);
  const email = newEmail();
  await page.goto('/');
  await tabTo(page, 'Sign in');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
  await tabTo(page, 'Make one');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-up');
  await tabTo(page, 'Name');
  await page.keyboard.type('Kim Keys');
  await tabTo(page, 'E-mail address');
  await page.keyboard.type(email);
  await tabTo(page, 'Password');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site().url}/`);
  await tabTo(page, /Kim Keys/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await page.goto('/account');
  await tabTo(page, 'E-mail address');
  await page.keyboard.type(email);
  await tabTo(page, 'Password');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(WRONG)).toBeVisible();
  await tabTo(page, 'Password');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
});

test('without JavaScript a wrong password is told, and the right one goes on to the page asked for', async ({
  browser,
}) => {
  const email = newEmail();
  await signUp(browser, email);
  const page = await fresh(browser, { javaScriptEnabled: false });
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await signIn(page, email, 'not the password');
  await expect(page.getByText(WRONG)).toBeVisible();
  await signIn(page, email);
  await page.waitForURL('**/account');
  await expect(page.getByText(email).first()).toBeVisible();
});

test('T-SESS-1: no answer of the site, and no address, holds the session’s token', async ({ browser }) => {
  const email = newEmail();
  await signUp(browser, email);
  const page = await fresh(browser);
  const told: Promise<string>[] = [];
  page.on('response', (response) => {
    told.push(
      response.text().then(
        (text) => response.url() + text,
        () => response.url(),
      ),
    );
  });
  await page.goto('/sign-in');
  await signIn(page, email);
  await page.waitForURL(`${site().url}/`);
  await page.goto('/account');
  const [cookie] = await page.context().cookies();
  expect(cookie?.value.length).toBeGreaterThan(100);
  for (const text of await Promise.all(told)) expect(text).not.toContain(cookie?.value);
  expect(await page.evaluate(() => document.cookie)).not.toContain('session');
});

test('T-REDIR-1: signing in leads to no other site, wherever the address wants to go', async ({ browser }) => {
  const email = newEmail();
  await signUp(browser, email);
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%09/evil.example']) {
    const page = await fresh(browser);
    await page.goto(`/sign-in?next=${next}`);
    await signIn(page, email);
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    expect(page.url(), next).toBe(`${site().url}/`);
    await page.context().close();
  }
});

test('T-AUTHZ-4: who is suspended is refused on the page that stands open, and told so when signing in', async ({
  browser,
}) => {
  const email = newEmail();
  const page = await signUp(browser, email);
  await page.goto('/account');
  const admin = await (await as(browser, 'admin')).newPage();
  await admin.goto(`/admin?q=${email}`);
  await admin.getByText('Suspend Vera Visitor').first().click();
  await admin.getByLabel('Why').fill('shared the account');
  await admin.getByRole('button', { name: 'Suspend Vera Visitor' }).click();
  await expect(admin.getByText('Suspended', { exact: true })).toBeVisible();

  await page.getByLabel('Name').fill('Still Here');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('You are signed out')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Still Here');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, email);
  await expect(page.getByText('This account is suspended')).toBeVisible();

  await admin.goto('/admin/audit');
  await expect(admin.getByText('shared the account').first()).toBeVisible();
});

test.describe('the demo’s door', () => {
  for (const role of ['student', 'assistant', 'instructor', 'admin']) {
    test(`signs in as the ${role} by one click, and goes on to the page asked for`, async ({ browser }) => {
      const page = await fresh(browser);
      await page.goto('/account');
      await page.getByRole('button', { name: new RegExp(`^Sign in as .*, ${role}$`) }).click();
      await page.waitForURL('**/account');
      await expect(page.getByText(new RegExp(`^${role}\\.\\w+@demo\\.example$`)).first()).toBeVisible();
    });
  }

  test('signs in without JavaScript too', async ({ browser }) => {
    const page = await fresh(browser, { javaScriptEnabled: false });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /^Sign in as .*, student$/ }).click();
    await page.waitForURL(`${site().url}/`);
  });

  test('is not offered through a proxy, and refuses whoever loaded the page before', async ({ browser }) => {
    const page = await fresh(browser);
    await page.goto('/sign-in');
    await page.context().setExtraHTTPHeaders({ 'X-Forwarded-For': '203.0.113.9' });
    await page.getByRole('button', { name: /, instructor$/ }).click();
    await expect(page.getByText('open only on the machine it runs on')).toBeVisible();
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: /^Sign in as/ })).toHaveCount(0);
  });
});
