import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { lay } from './support/lay';
import { site } from './support/site';

// Talking, by the keyboard alone: nothing here clicks or moves a mouse.

type Who = 'mina' | 'leo' | 'noor' | 'assistant' | 'instructor';
interface Laid {
  readonly slug: string;
  readonly cookies: Readonly<Record<Who, string>>;
  readonly nasty: string;
  readonly long: string;
  readonly passage: string;
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let laid: Laid;
let home: string;

test.beforeAll(() => {
  laid = lay<Laid>('e2e/support/threads-course.ts');
  home = `/courses/${laid.slug}/threads`;
});

async function as(browser: Browser, who: Who, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site().url, ...options });
  await context.addCookies([{ name: 'lectern.session', value: laid.cookies[who], url: site().url }]);
  return context.newPage();
}

/** Presses Enter on what has this role and name. */
async function press(page: Page, role: 'link' | 'button' | 'tab', name: string | RegExp, nth = 0): Promise<void> {
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .nth(nth)
    .focus();
  await page.keyboard.press('Enter');
}

/** The form is live, Ctrl+Enter included, once it offers a preview. */
const isLive = (page: Page): Promise<void> => expect(page.getByRole('tab', { name: 'Write' })).toBeVisible();

async function ask(page: Page, title: string, query = ''): Promise<string> {
  await page.goto(`${home}/new${query}`);
  await isLive(page);
  await page.getByLabel('Title').focus();
  await page.keyboard.type(title);
  await page.getByLabel('What you want to say').focus();
  await page.keyboard.type('It says *little* about it.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  return page.url();
}

async function post(page: Page, words: string): Promise<void> {
  await isLive(page);
  await page.getByLabel('Your post').focus();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('article', { hasText: words })).toBeVisible();
}

const focused = (page: Page) => page.locator(':focus');

test('a question about a passage is asked, kept as a draft, answered while its page is open, accepted and replied to', async ({
  browser,
}) => {
  const mina = await as(browser, 'mina');
  await mina.goto(`${home}/new?passage=${laid.passage}`);
  await expect(mina.locator('.quoted')).toContainText('Words that say little');
  await mina.getByLabel('Title').focus();
  await mina.keyboard.type('What does this leave out?');
  await mina.getByLabel('What you want to say').focus();
  await mina.keyboard.type('It says *little* about <b>1965</b>.');
  await press(mina, 'tab', 'Preview');
  await expect(mina.getByRole('tabpanel').locator('em')).toHaveText('little');
  await expect(mina.getByRole('tabpanel')).toContainText('<b>1965</b>');
  // A reload, or a crash, loses nothing.
  await mina.reload();
  await expect(mina.getByText('Draft kept on this device')).toBeVisible();
  await expect(mina.getByLabel('Title')).toHaveValue('What does this leave out?');
  await expect(mina.getByLabel('What you want to say')).toHaveValue('It says *little* about <b>1965</b>.');
  await mina.getByLabel('What you want to say').focus();
  await mina.keyboard.press('Control+Enter');
  await mina.waitForURL(/\/threads\/[0-9a-f-]{36}$/);
  await expect(mina.locator('.quoted a')).toHaveText('Passage 1.2, in the lesson');

  const instructor = await as(browser, 'instructor');
  await instructor.goto(mina.url());
  await post(instructor, 'It leaves out the commission.');
  await expect(focused(instructor)).toHaveText(/^Dr Park \(you\)/);

  // She hears of it without a reload, and nothing has moved.
  const before = await mina.locator('#write').evaluate((element) => element.getBoundingClientRect().top);
  await expect(mina.getByRole('status').filter({ hasText: '1 new post, show' })).toBeVisible();
  expect(await mina.locator('#write').evaluate((element) => element.getBoundingClientRect().top)).toBe(before);
  await expect(mina.locator('article')).toHaveCount(1);
  await press(mina, 'button', '1 new post, show');
  await expect(focused(mina)).toHaveText(/^Dr Park/);
  await expect(mina.locator('article').last()).toContainText('Instructor');

  await press(mina, 'button', /^Accept as the answer/);
  await expect(mina.getByRole('complementary', { name: 'Accepted answer' })).toContainText('commission');
  await mina.locator('article').last().locator('h2').focus();
  await mina.keyboard.press('k');
  await expect(focused(mina)).toHaveText(/^Mina \(you\)/);
  await mina.keyboard.press('j');
  await mina.keyboard.press('r');
  await expect(mina.locator('#write')).toContainText('In reply to Dr Park');
  await expect(focused(mina)).toHaveAttribute('name', 'markdown');
  await mina.keyboard.type('Thank you.');
  await mina.keyboard.press('Control+Enter');
  await expect(mina.locator('article.is-reply')).toContainText('in reply to Dr Park');
  await expect(focused(mina)).toHaveText(/^Mina \(you\)/);
  await expect(mina.getByLabel('Your post')).toHaveValue('');
});

test('what could not be sent stays, and is sent again once', async ({ browser }) => {
  const mina = await as(browser, 'mina');
  await ask(mina, 'On a train');
  await mina.context().setOffline(true);
  await mina.getByLabel('Your post').focus();
  await mina.keyboard.type('Written in a tunnel.');
  await mina.keyboard.press('Control+Enter');
  await expect(mina.getByRole('alert').filter({ hasText: 'Not sent' })).toBeVisible();
  await expect(mina.getByLabel('Your post')).toHaveValue('Written in a tunnel.');
  await mina.context().setOffline(false);
  await press(mina, 'button', 'Send again');
  await expect(mina.locator('article', { hasText: 'Written in a tunnel.' })).toHaveCount(1);
  await mina.reload();
  await expect(mina.locator('article')).toHaveCount(2);
  await expect(mina.getByLabel('Your post')).toHaveValue('');
});

test('a draft keeps what was chosen with what was written; an edit has a draft of its own', async ({ browser }) => {
  const mina = await as(browser, 'mina');
  await mina.goto(`${home}/new`);
  await mina.getByRole('radio', { name: /^Discussion/ }).focus();
  await mina.keyboard.press('Space');
  await mina.getByLabel('About').selectOption('two-readings');
  await mina.getByLabel('Title').focus();
  await mina.keyboard.type('Half a thought');
  await mina.reload();
  await expect(mina.getByLabel('Title')).toHaveValue('Half a thought');
  await expect(mina.getByRole('radio', { name: /^Discussion/ })).toBeChecked();
  await expect(mina.getByLabel('About')).toHaveValue('two-readings');
  await mina.getByLabel('What you want to say').focus();
  await mina.keyboard.type('And the other half.');
  await mina.keyboard.press('Control+Enter');
  await mina.waitForURL(/\/threads\/[0-9a-f-]{36}$/);
  await press(mina, 'link', /^Edit your post/);
  await expect(mina.getByLabel('Your post')).toHaveValue('And the other half.');
  await mina.getByLabel('Your post').fill('And a third half.');
  await expect(mina.getByText('Draft kept on this device')).toBeVisible();
  await mina.reload();
  await expect(mina.getByLabel('Your post')).toHaveValue('And a third half.');
  await press(mina, 'button', 'Save');
  await expect(mina.locator('article').first()).toContainText('And a third half.');
  await press(mina, 'link', /^Edit your post/);
  await expect(mina.getByLabel('Your post')).toHaveValue('And a third half.');
  await expect(mina.getByText('Draft kept on this device')).toHaveCount(0);
});

test('a post is edited with its history, hidden with a reason that its author reads, and deleted with a line in its place', async ({
  browser,
}) => {
  const [mina, leo, assistant] = await Promise.all([as(browser, 'mina'), as(browser, 'leo'), as(browser, 'assistant')]);
  const url = await ask(mina, 'To be moderated');
  await leo.goto(url);
  await post(leo, 'A first wording.');
  await press(leo, 'link', /^Edit your post/);
  await expect(leo.getByLabel('Your post')).toHaveValue('A first wording.');
  await leo.getByLabel('Your post').fill('A second wording.');
  await leo.getByLabel('Your post').focus();
  await leo.keyboard.press('Control+Enter');
  await expect(leo.locator('article').last()).toContainText('A second wording.');
  await mina.goto(url);
  await press(mina, 'link', /^edited/);
  await expect(mina.locator('#history')).toContainText('A first wording.');

  await assistant.goto(url);
  await press(assistant, 'link', /^Hide the post by Leo/);
  await press(assistant, 'button', 'Hide this post');
  await expect(assistant.getByText('Say why, in a few words: the author reads it.').first()).toBeVisible();
  await assistant.getByLabel('Reason').fill('Names a classmate.');
  await press(assistant, 'button', 'Hide this post');
  await expect(assistant.locator('article').last()).toContainText('Hidden from the class.');
  await mina.goto(url);
  await expect(mina.locator('article')).toHaveCount(1);
  expect(await mina.content()).not.toContain('second wording');
  await leo.goto(url);
  await expect(leo.locator('article').last()).toContainText('Reason: Names a classmate.');

  await post(leo, 'Written too fast.');
  await press(leo, 'link', /^Delete your post/, 1);
  await press(leo, 'button', 'Delete this post');
  await expect(leo.locator('article').last()).toHaveText('This post was deleted by its author.');
});

test('the inbox tells of a reply while it is open; j and e mark; all are marked and that is undone', async ({
  browser,
}) => {
  const [mina, leo] = await Promise.all([as(browser, 'mina'), as(browser, 'leo')]);
  const url = await ask(mina, 'Tell me when');
  await mina.goto('/inbox');
  await expect(mina.getByRole('heading', { level: 1 })).toHaveText('Inbox');
  await leo.goto(url);
  await post(leo, 'Now.');
  await press(mina, 'button', '1 new notice, show');
  const rows = mina.locator('li[data-notice]');
  await expect(rows.first()).toContainText('replied in your thread Tell me when');
  await rows.first().getByRole('link').focus();
  await mina.keyboard.press('j');
  await expect(rows.nth(1).getByRole('link')).toBeFocused();
  await mina.keyboard.press('k');
  await mina.keyboard.press('e');
  await expect(rows.first()).toContainText('Mark as unread');
  await mina.keyboard.press('e');
  await expect(rows.first().getByRole('button', { name: /^Mark as read/ })).toBeVisible();
  await press(mina, 'button', 'Mark all as read');
  await expect(mina.getByText(/^\d+ marked as read\.$/)).toBeVisible();
  await press(mina, 'button', 'Undo');
  await expect(mina.getByText('Unread again.')).toBeVisible();
  await rows.first().getByRole('link').focus();
  await mina.keyboard.press('Enter');
  await expect(mina.locator('article[data-landed]')).toContainText('Now.');
  // Reading the thread is reading the notice.
  await mina.waitForTimeout(2_500);
  await mina.goto('/inbox?show=unread');
  await expect(mina.getByText('Tell me when')).toHaveCount(0);
});

test('tabs share one stream; when the leading one closes another takes over', async ({ browser }) => {
  const [first, leo] = await Promise.all([as(browser, 'mina'), as(browser, 'leo')]);
  const streams: string[] = [];
  first.context().on('request', (request) => {
    if (request.url().includes('/api/live/')) streams.push(request.url());
  });
  const url = await ask(first, 'Two tabs');
  await first.goto('/inbox');
  await expect.poll(() => streams.some((each) => each.endsWith('/api/live/inbox'))).toBe(true);
  const second = await first.context().newPage();
  await second.goto(url);
  const id = url.split('/').at(-1);
  await expect.poll(() => streams.some((each) => each.endsWith(`/api/live/inbox/thread.${id}`))).toBe(true);
  const held = await second.evaluate(async () => (await navigator.locks.query()).held?.length);
  expect(held).toBe(1);
  await leo.goto(url);
  await post(leo, 'For both.');
  await expect(second.getByRole('button', { name: '1 new post, show' })).toBeVisible();
  await expect(first.getByRole('button', { name: /new notice/ })).toBeVisible();
  await first.close();
  await post(leo, 'For the one that is left.');
  await expect(second.getByRole('button', { name: '2 new posts, show' })).toBeVisible();
});

test('where streaming is blocked a plain reload shows what is new', async ({ browser }) => {
  const [mina, leo] = await Promise.all([as(browser, 'mina'), as(browser, 'leo')]);
  await mina.context().route('**/api/live/**', (route) => route.abort());
  const url = await ask(mina, 'Behind a proxy');
  await leo.goto(url);
  await post(leo, 'Hello behind there.');
  await mina.waitForTimeout(1_000);
  await expect(mina.getByRole('button', { name: /new post/ })).toHaveCount(0);
  await mina.reload();
  await expect(mina.locator('article').last()).toContainText('Hello behind there.');
});

test('the list tells what is new, and the thread where it begins', async ({ browser }) => {
  const [mina, leo] = await Promise.all([as(browser, 'mina'), as(browser, 'leo')]);
  const url = await ask(mina, 'Where was I');
  await leo.goto(url);
  await post(leo, 'Seen.');
  await mina.goto(url);
  await mina.waitForTimeout(2_500);
  await post(leo, 'Not seen yet.');
  await mina.goto(home);
  const row = mina.locator('.thread-rows li', { hasText: 'Where was I' });
  await expect(row).toContainText('1 new');
  await mina.goto(`${home}?show=unread`);
  await expect(row).toBeVisible();
  await row.getByRole('link').focus();
  await mina.keyboard.press('Enter');
  await expect(mina.locator('.unread-line')).toHaveText('1 new');
  await expect(mina.locator('article.is-new')).toContainText('Not seen yet.');
  await mina.waitForTimeout(2_500);
  await mina.goto(`${home}?show=unread`);
  await expect(row).toHaveCount(0);
});

test('talking needs no JavaScript: asking, posting, replying, accepting, marking as read', async ({ browser }) => {
  const page = await as(browser, 'noor', { javaScriptEnabled: false });
  await page.goto(`${home}/new?lesson=two-readings`);
  await page.getByLabel('Title').fill('Without scripts');
  await page.getByLabel('What you want to say').fill('A plain form.');
  await press(page, 'button', 'Post');
  await press(page, 'link', 'Go to your thread');
  await page.getByLabel('Your post').fill('Another plain form.');
  await press(page, 'button', 'Post');
  await expect(page.locator('article')).toHaveCount(2);
  await press(page, 'button', /^Accept as the answer/);
  await expect(page.getByRole('complementary', { name: 'Accepted answer' })).toBeVisible();
  await press(page, 'link', /^Reply to your post/, 1);
  await expect(page.locator('#write')).toContainText('In reply to Noor');
  await page.getByLabel('Your reply').fill('A reply.');
  await press(page, 'button', 'Reply');
  await expect(page.locator('article.is-reply')).toContainText('A reply.');
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible();
});

test('without JavaScript, what was refused stays as it was written and chosen, and is sent again once', async ({
  browser,
}) => {
  const page = await as(browser, 'mina', { javaScriptEnabled: false });
  await page.goto(`${home}/new`);
  await page.getByRole('radio', { name: /^Discussion/ }).check();
  await page.getByLabel('Title').fill('ab');
  await page.getByLabel('About').selectOption('two-readings');
  await page.getByLabel('What you want to say').fill('\nTwo lines,\nand <b>all</b> of them.');
  await press(page, 'button', 'Post');
  await expect(page.getByText('Give it a title of at least three characters.').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Discussion/ })).toBeChecked();
  await expect(page.getByLabel('Title')).toHaveValue('ab');
  await expect(page.getByLabel('About')).toHaveValue('two-readings');
  await expect(page.getByLabel('What you want to say')).toHaveValue('\nTwo lines,\nand <b>all</b> of them.');
  await page.getByLabel('Title').fill('Refused without scripts');
  await press(page, 'button', 'Post');
  await press(page, 'link', 'Go to your thread');
  await expect(page.locator('article')).toContainText('and <b>all</b> of them.');
  const thread = page.url();

  // A post that is too long, and one from a form whose token is none.
  const long = 'A long line of words.\n'.repeat(1_000).trim();
  await page.getByLabel('Your post').fill(long);
  await press(page, 'button', 'Post');
  await expect(page.getByText('this one has 21,999. Shorten it').first()).toBeVisible();
  await expect(page.getByLabel('Your post')).toHaveValue(long);
  await page.locator('input[name=once]').evaluate((field: HTMLInputElement) => {
    field.value = 'none';
  });
  await page.getByLabel('Your post').fill('Short words.');
  await press(page, 'button', 'Post');
  await expect(page.getByText('Your words are kept: send them again.').first()).toBeVisible();
  await expect(page.getByLabel('Your post')).toHaveValue('Short words.');
  await press(page, 'button', 'Post');
  await expect(page.getByText('Go to your post')).toBeVisible();
  await expect(page.getByLabel('Your post')).toHaveValue('');
  await expect(page.locator('article')).toHaveCount(2);

  // An edit over which somebody else's came: the words stay, and still do not overwrite the others.
  await press(page, 'link', /^Edit your post/, 1);
  await page.waitForURL(/\/posts\//);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Your post').fill('From another tab.');
  await press(other, 'button', 'Save');
  await expect(other.getByText('Done.')).toBeVisible();
  await page.getByLabel('Your post').fill('From this tab.');
  for (let n = 0; n < 2; n++) {
    await press(page, 'button', 'Save');
    await expect(page.getByText('This post was changed elsewhere')).toBeVisible();
    await expect(page.getByLabel('Your post')).toHaveValue('From this tab.');
  }

  const assistant = await as(browser, 'assistant', { javaScriptEnabled: false });
  await assistant.goto(thread);
  await press(assistant, 'link', /^Hide the post by Mina/, 1);
  await assistant.getByLabel('Reason').fill('no');
  await press(assistant, 'button', 'Hide this post');
  await expect(assistant.getByText('Say why, in a few words').first()).toBeVisible();
  await expect(assistant.getByLabel('Reason')).toHaveValue('no');

  const instructor = await as(browser, 'instructor', { javaScriptEnabled: false });
  await instructor.goto(`${home}/new?kind=announcement`);
  await instructor.getByLabel('Title').fill('Tomorrow');
  await press(instructor, 'button', 'Announce');
  await expect(instructor.getByText('Write something first.').first()).toBeVisible();
  await expect(instructor.getByLabel('Title')).toHaveValue('Tomorrow');
});

test('a page that came back with refused words before its scripts ran keeps them, not an older draft', async ({
  browser,
}) => {
  const page = await as(browser, 'noor');
  const url = await ask(page, 'Slow scripts');
  await page.getByLabel('Your post').fill('An older draft.');
  await expect(page.getByText('Draft kept on this device')).toBeVisible();
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto(url);
  const words = `${'New words. '.repeat(2_000)}End.`;
  await page.getByLabel('Your post').fill(words);
  await page.unroute('**/_next/static/**/*.js');
  await press(page, 'button', 'Post');
  await expect(page.getByText('Shorten it, or write it as two.').first()).toBeVisible();
  await expect(page.getByText('Draft kept on this device')).toBeVisible();
  await expect(page.getByLabel('Your post')).toHaveValue(words);
  await page.goto(url);
  await expect(page.getByLabel('Your post')).toHaveValue(words);
  await page.getByLabel('Your post').fill('Shorter.');
  await press(page, 'button', 'Post');
  await expect(page.locator('article', { hasText: 'Shorter.' })).toBeVisible();
  await expect(page.getByLabel('Your post')).toHaveValue('');
});

test('T-XSS-1 nothing that was posted runs, calls home or breaks the policy, on any page that shows it', async ({
  browser,
}) => {
  const page = await as(browser, 'instructor');
  const bad: string[] = [];
  page.on('dialog', (dialog) => {
    bad.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes('canary.example')) bad.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) bad.push(message.text());
  });
  await page.goto(`${home}/${laid.nasty}`);
  const ids = await page.locator('article').evaluateAll((all) => all.map(({ id }) => id.replace('post-', '')));
  expect(ids.length).toBe(2);
  const pages = [home, `${home}/${laid.nasty}`, ...ids.map((id) => `${home}/${laid.nasty}/posts/${id}`), '/inbox'];
  for (const path of pages) {
    await page.goto(path);
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => ({
      pwned: (globalThis as { __pwned?: number }).__pwned ?? null,
      handlers: [...document.querySelectorAll('main *')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value))
          .map(({ name }) => `${element.tagName} ${name}`),
      ),
      foreign: document.querySelectorAll('article :is(script, iframe, object, svg, img, form, style, math)').length,
    }));
    expect(found, path).toEqual({ pwned: null, handlers: [], foreign: 0 });
  }
  expect(bad).toEqual([]);
});

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the pages of the talk, ${width} pixels, ${colorScheme}`, async ({ browser }) => {
      const page = await as(browser, 'instructor', { viewport: { width, height: 844 }, colorScheme });
      for (const path of [
        home,
        `${home}?show=mine`,
        `${home}/new?passage=${laid.passage}`,
        `${home}/${laid.long}`,
        '/inbox',
      ]) {
        await page.goto(path);
        await page.waitForTimeout(400);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as {
              axe: {
                run: (
                  on: Document,
                  options: object,
                ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
              };
            }
          ).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
        });
        expect(found, path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
      }
    });
  }
}
