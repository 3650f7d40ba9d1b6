import { expect, type Page, test } from '@playwright/test';
import { type Actor, expected } from './doors/actors';
import { PAGES } from './doors/pages';
import type { World } from './doors/world';
import { lay } from './support/lay';
import { site } from './support/site';

// T-XSS-1: something hostile stands wherever anybody may write (names, titles, posts, answers, reasons), and in what a course's
// author writes. Whoever opens whichever page of it, nothing of that runs, calls home, or is stopped only by the policy.

let laid: World & { readonly hiddenPost: string };

test.beforeAll(() => {
  laid = lay<typeof laid>('e2e/support/lay-hostile.ts');
});

/** Notes whatever of the hostile words does something. */
async function watch(page: Page): Promise<string[]> {
  const bad: string[] = [];
  page.on('dialog', (dialog) => {
    bad.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site().url) && !/^(?:data|blob):/.test(request.url())) bad.push(request.url());
  });
  page.on('pageerror', (error) => bad.push(`error ${error.message}`));
  await page.exposeFunction('noteViolation', (what: string) => void bad.push(`violation ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = (globalThis as unknown as { noteViolation(what: string): void }).noteViolation;
      note(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return bad;
}

/** Elements and attributes that can run or fetch, and that no page of ours writes. */
const harm = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll('body *')].flatMap((element) =>
      [...element.attributes]
        // What React writes into a form that only its own code may send.
        .filter(({ value }) => !value.startsWith("javascript:throw new Error('React form"))
        .filter(({ name, value }) => /^on/.test(name) || /^\s*(?:javascript|vbscript|data:text)/i.test(value))
        .map(({ name }) => `${element.tagName} ${name}`),
    ),
    ...[...document.querySelectorAll('body :is(iframe, object, embed, img, base, link:not([rel]), meta, math)')].map(
      ({ outerHTML }) => outerHTML.slice(0, 80),
    ),
    ...[...document.querySelectorAll<HTMLFormElement>('form')]
      .filter(
        ({ action }) => !String(action).startsWith(location.origin) && !String(action).startsWith('javascript:throw'),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  ]);

for (const actor of ['student', 'assistant', 'instructor', 'admin'] as const satisfies readonly Actor[]) {
  test(`T-XSS-1 nothing that anybody wrote runs, on any page that the ${actor} may open`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ baseURL: site().url });
    await context.addCookies([{ name: 'lectern.session', value: laid.cookies[actor], url: site().url }]);
    const page = await context.newPage();
    const bad = await watch(page);
    const paths = PAGES.filter(({ audience }) => expected(audience, actor) === 'open').map(({ path }) => path(laid));
    if (actor === 'assistant' || actor === 'instructor')
      paths.push(`/courses/${laid.course}/threads/${laid.thread}/posts/${laid.hiddenPost}`);
    let shown = 0;
    for (const path of paths) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await page.waitForTimeout(250);
      if ((await page.locator('body').innerText()).includes('canary.example')) shown += 1;
      expect(await harm(page), path).toEqual([]);
      expect(bad, path).toEqual([]);
    }
    // As words they are there.
    expect(shown).toBeGreaterThan(actor === 'admin' ? 1 : 8);
    await context.close();
  });
}
