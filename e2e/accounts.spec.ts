import { type Browser, expect, type Page, test } from '@playwright/test';
import { as, world } from './doors/world';
import { site } from './support/site';

test.use({ actionTimeout: 10_000, navigationTimeout: 20_000 });

let made = 0;
const PASSWORD = 'orchard kettle violin';
const newEmail = (): string => `visitor-${Date.now()}-${++made}@example.test`;

async function fresh(browser: Browser, options = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: site().url, ...options })).newPage();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel('Name').fill('Vera Visitor');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
}

async function sessionOf(page: Page) {
  return (await page.context().cookies()).find(({ name }) => name === 'lectern.session');
}

test('a visitor follows an invite link, makes an account and lands in the course', async ({ browser }) => {
  const page = await fresh(browser);
  await page.goto(`/join/${world().joinCode}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An alliance triangle under strain');
  await page.getByRole('link', { name: 'Make an account' }).click();
  await signUp(page, newEmail());
  await page.waitForURL(`**/join/${world().joinCode}`);
  await page.getByRole('button', { name: 'Join the course' }).click();
  await page.waitForURL('**/courses/seoul-tokyo');
});

test('T-SESS-1: signing in gives a new cookie that no script can read and no address shows', async ({ browser }) => {
  const page = await fresh(browser);
  const email = newEmail();
  await page.goto('/sign-up');
  await page.context().addCookies([{ name: 'lectern.session', value: 'planted-by-somebody', url: site().url }]);
  await signUp(page, email);
  await page.waitForURL(`${site().url}/`);
  const first = await sessionOf(page);
  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(first?.value).not.toBe('planted-by-somebody');
  expect(page.url() + (await page.content())).not.toContain(first?.value ?? 'none');
  await page.getByRole('button', { name: /Vera Visitor/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(await sessionOf(page)).toBeUndefined();
  // A copy that somebody made of the cookie is worth nothing either.
  const copied = { cookie: `lectern.session=${first?.value}` };
  const answer = await fetch(`${site().url}/account`, { headers: copied, redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([307, '/sign-in?next=%2Faccount']);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.waitForURL(`${site().url}/`);
  expect((await sessionOf(page))?.value).not.toBe(first?.value);
});

test('by the keyboard alone: a wrong password says so, keeps the address typed, and the right one goes on to the page asked for', async ({
  browser,
}) => {
  const setUp = await fresh(browser);
  const email = newEmail();
  await setUp.goto('/sign-up');
  await signUp(setUp, email);
  await setUp.waitForURL(`${site().url}/`);

  const page = await fresh(browser);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This address and password do not go together')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByRole('button', { name: 'Show what you type' }).press('Enter');
  await expect(page.getByLabel('Password')).toHaveAttribute('type', 'text');
  await page.getByLabel('Password').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/account');
});

test('T-REDIR-1: after signing in nobody is sent to another site', async ({ browser }) => {
  const page = await fresh(browser);
  await page.goto('/sign-up?next=//evil.example/');
  await signUp(page, newEmail());
  await page.waitForURL(`${site().url}/`);
});

test('T-AUTHZ-4: a changed password signs out the other browser at its next request, and this one stays', async ({
  browser,
}) => {
  const email = newEmail();
  const here = await fresh(browser);
  await here.goto('/sign-up');
  await signUp(here, email);
  await here.waitForURL(`${site().url}/`);
  const there = await fresh(browser);
  await there.context().addCookies(await here.context().cookies());
  await there.goto('/account');
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Account');
  await here.goto('/account');
  await here.getByLabel('Present password').fill(PASSWORD);
  await here.getByLabel('New password').fill('lantern pebble cloud');
  await here.getByRole('button', { name: 'Change the password' }).click();
  await expect(here.getByText('Your password is changed')).toBeVisible();
  await there.goto('/account');
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto('/account');
  await expect(here.getByRole('heading', { level: 1 })).toHaveText('Account');
  await here.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.waitForURL('**/sign-in');
  await here.goto('/account');
  await expect(here).toHaveURL(/\/sign-in/);
});

test('without JavaScript one makes an account and joins', async ({ browser }) => {
  const page = await fresh(browser, { javaScriptEnabled: false });
  await page.goto(`/sign-up?next=/join/${world().joinCode}`);
  await signUp(page, newEmail());
  await page.waitForURL(`**/join/${world().joinCode}`);
  await page.getByRole('button', { name: 'Join the course' }).click();
  await page.waitForURL('**/courses/seoul-tokyo');
});

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`${how} JavaScript a refused account keeps name, address and zone, and no page has the password`, async ({
    browser,
  }) => {
    const page = await fresh(browser, { javaScriptEnabled });
    const name = page.getByRole('textbox', { name: 'Name' });
    let answer = '';
    await page.route('**/sign-up', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const response = await route.fetch();
      answer = await response.text();
      return route.fulfill({ response, body: answer });
    });
    const email = newEmail();
    await page.goto('/sign-up');
    if (javaScriptEnabled) await page.getByLabel('Time zone').selectOption('Asia/Seoul');
    await name.fill('Vera "V" <Visitor>');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('short-7');
    await page.getByRole('button', { name: 'Make my account' }).click();
    await expect(page.getByText('A password has at least 8 characters').first()).toBeVisible();
    await expect(name).toHaveValue('Vera "V" <Visitor>');
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    await expect(page.getByLabel('Time zone')).toHaveValue(javaScriptEnabled ? 'Asia/Seoul' : 'UTC');
    // In the browser a password stays where it was typed; it never comes from the server.
    await expect(page.getByLabel('Password')).toHaveValue(javaScriptEnabled ? 'short-7' : '');
    expect(answer).toContain(email);
    expect(answer).not.toContain('short-7');
    await page.unroute('**/sign-up');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make my account' }).click();
    await page.waitForURL(`${site().url}/`);

    await page.goto('/account');
    await expect(page.getByLabel('Time zone')).toHaveValue(javaScriptEnabled ? 'Asia/Seoul' : 'UTC');
    await name.fill('V'.repeat(81));
    if (javaScriptEnabled) await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('A name has 80 characters at most.').first()).toBeVisible();
    await expect(name).toHaveValue('V'.repeat(81));
    await expect(page.getByLabel('Time zone')).toHaveValue(javaScriptEnabled ? 'Europe/Berlin' : 'UTC');
    await name.fill('Vera');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(name).toHaveValue('Vera');
    await expect(page.getByLabel('Time zone')).toHaveValue(javaScriptEnabled ? 'Europe/Berlin' : 'UTC');

    const again = await fresh(browser, { javaScriptEnabled });
    await again.goto('/sign-in');
    await again.getByLabel('E-mail address').fill(email);
    await again.getByLabel('Password').fill('not the password');
    await again.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    await expect(again.getByText('This address and password do not go together')).toBeVisible();
    await expect(again.getByLabel('E-mail address')).toHaveValue(email);
  });
}

test('a visitor who has a code types it before having an account', async ({ browser }) => {
  const page = await fresh(browser);
  await page.goto('/');
  await page.getByRole('link', { name: 'Join with it' }).click();
  await page.getByLabel('Join code').fill(` ${world().joinCode.toUpperCase()} `);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`**/join/${world().joinCode}`);
  await page.getByRole('link', { name: 'Make an account' }).click();
  await signUp(page, newEmail());
  await page.waitForURL(`**/join/${world().joinCode}`);
  await page.getByRole('button', { name: 'Join the course' }).click();
  await page.waitForURL('**/courses/seoul-tokyo');
  await page.goto(`/join/${world().joinCode}`);
  await page.getByRole('link', { name: 'Go to the course' }).click();
  await page.waitForURL('**/courses/seoul-tokyo');
});

test('an instructor gives a link for a new password, which works once', async ({ browser }) => {
  const instructor = await (await as(browser, 'instructor')).newPage();
  await instructor.goto('/courses/seoul-tokyo/teach/people');
  await instructor
    .getByRole('row', { name: world().forgetful })
    .getByRole('button', { name: /Reset link/ })
    .click();
  const link = await instructor
    .getByText(/\/reset\//)
    .first()
    .innerText();
  const student = await fresh(browser);
  await student.goto(link);
  await student.getByLabel('New password').fill('lantern pebble cloud');
  await student.getByRole('button', { name: 'Set it and sign in' }).click();
  await student.waitForURL(`${site().url}/`);
  const late = await fresh(browser);
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link works no more');
  await expect(late.getByLabel('New password')).toHaveCount(0);
});

test('the demo’s door opens to this machine alone', async () => {
  const ask = async (headers: Record<string, string>): Promise<string> =>
    (await fetch(`${site().url}/sign-in`, { headers })).text();
  expect(await ask({})).toContain('Look around as one of the demo');
  for (const headers of [
    { 'x-forwarded-for': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '127.0.0.1' },
  ]) {
    expect(await ask(headers), JSON.stringify(headers)).not.toContain('Look around as one of the demo');
  }
  // Nobody names the peer but our own server.
  expect(await ask({ 'x-forwarded-for': '203.0.113.9', 'x-lectern-peer': '127.0.0.1' })).not.toContain('Look around');
});
