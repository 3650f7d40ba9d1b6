import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../cli/browser';
import { build } from '../../cli/build';
import { generate } from '../../cli/generate';
import { freePort } from '../../cli/postgres/start-or-adopt';
import { step } from '../../cli/steps.mjs';
import { THEMES, VIEWS, WIDTHS } from '../doors/views';
import { as, world } from '../doors/world';
import { site } from '../support/site';

// `npm run shots`: every screen of the doors table, as each who may see it, at both widths and in both themes, into shots/.
// `npm run shots -- threads` takes only addresses that contain the word.

const word = process.argv[2] ?? '';
const folder = path.resolve('shots');

async function startSite(): Promise<() => Promise<void>> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/test/site.ts'], {
    env: { ...process.env, LECTERN_E2E_PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let waited = 0; ; waited += 250) {
    const alive = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (alive) break;
    if (child.exitCode !== null || waited > 180_000) throw new Error('The site did not start.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
}

async function main(): Promise<void> {
  await step('Generate the database client', () => generate());
  await step('Build the site', () => build());
  let stop: (() => Promise<void>) | undefined;
  await step('Start it with the demo’s class', async () => {
    stop = await startSite();
  });
  const found = findBrowser();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.args],
    env: { ...process.env, ...found.environment } as Record<string, string>,
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  try {
    await step('Take the pictures', async () => {
      for (const { door, actor } of VIEWS.filter((view) => view.door.address.includes(word))) {
        for (const colorScheme of THEMES) {
          const context = await as(browser, actor, { colorScheme, reducedMotion: 'reduce' });
          const page = await context.newPage();
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
            await page.goto(site().url + door.path(world()), { waitUntil: 'load' });
            await page.waitForTimeout(250);
            const name = `${door.address.replace(/^\//, '').replace(/[/[\]]+/g, '-') || 'home'}__${actor}__${width}-${colorScheme}.png`;
            await page.screenshot({ path: path.join(folder, name), fullPage: true });
            taken++;
          }
          await context.close();
        }
      }
      return `${taken} in shots/`;
    });
  } finally {
    await browser.close();
    await stop?.();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
