import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ONE_VIEW_A_PAGE, THEMES, VIEWS, WIDTHS } from './doors/views';
import { as, world } from './doors/world';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

// WCAG 2.2 AA over every screen of the doors table; each also fits its window, and its scripts obey the policy.
for (const width of WIDTHS) {
  for (const colorScheme of THEMES) {
    // Everybody's view of a page at the wide size in light; one view of it in the other three.
    const views = width === 1280 && colorScheme === 'light' ? VIEWS : ONE_VIEW_A_PAGE;
    for (const { door, actor } of views) {
      test(`axe finds nothing on ${door.address} as ${actor}, ${width} pixels, ${colorScheme}`, async ({ browser }) => {
        const context = await as(browser, actor, {
          colorScheme,
          reducedMotion: 'reduce',
          viewport: { width, height: 844 },
        });
        const page = await context.newPage();
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
        });
        page.on('pageerror', (error) => refused.push(String(error)));
        const answer = await page.goto(door.path(world()));
        expect(answer?.status()).toBe(200);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const run = (window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }).axe
            .run;
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          return (await run({ runOnly: tags })).violations.map(({ id, nodes }) => ({
            id,
            nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html: html.slice(0, 200), failureSummary })),
          }));
        });
        expect(violations).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
        expect(refused).toEqual([]);
        await context.close();
      });
    }
  }
}
