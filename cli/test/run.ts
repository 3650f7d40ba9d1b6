import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../browser';
import { build } from '../build';
import { show } from '../explained';
import { generate } from '../generate';
import { freePort } from '../postgres/start-or-adopt';
import { step } from '../steps.mjs';
import { runCommand } from './run-command';
import { type Tally, tallyPlaywright, tallyVitest } from './tally';

// Everything that `npm test` does after the install. Ends with one line, `N passed, N failed`, and an exit code to match.

const REPORTS = path.resolve('.test', 'reports');
const NEXT = 'node_modules/next/dist/bin/next';
const tallies: Tally[] = [];

/** One part: its failures are shown and counted, and the next part goes on. */
async function part(name: string, work: () => Promise<Tally>): Promise<Tally> {
  let tally: Tally = { passed: 0, failures: [] };
  try {
    await step(name, async () => {
      tally = await work();
      const { passed, failures } = tally;
      return `${failures.length > 0 ? '✗' : ''}${passed} passed, ${failures.length} failed`;
    });
  } catch (error) {
    console.error(show(error));
    tally = {
      passed: 0,
      failures: [`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`],
    };
  }
  tallies.push(tally);
  return tally;
}

async function check(name: string, script: string, words: readonly string[]): Promise<Tally> {
  const { code, output } = await runCommand(script, words);
  if (code === 0) return { passed: 1, failures: [] };
  console.error(output);
  return { passed: 0, failures: [name] };
}

async function typeCheck(): Promise<Tally> {
  // Next declares the types of the addresses and of style sheets; a fresh clone has none of these files yet.
  const made = await runCommand(NEXT, ['typegen']);
  if (made.code !== 0) throw new Error(`next typegen failed:\n${made.output}`);
  return check('type check', 'node_modules/typescript/bin/tsc', ['--noEmit']);
}

async function unitTests(): Promise<Tally> {
  const report = path.join(REPORTS, 'vitest.json');
  const words = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runCommand('node_modules/vitest/vitest.mjs', words, {
    aloud: true,
    environment: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  return tallyVitest(report, code);
}

async function browserTests(): Promise<Tally> {
  console.log(`    with the browser of ${findBrowser().from}`);
  const report = path.join(REPORTS, 'playwright.json');
  const { code } = await runCommand('node_modules/@playwright/test/cli.js', ['test'], {
    aloud: true,
    environment: { LECTERN_E2E_PORT: String(await freePort()), LECTERN_E2E_REPORT: report },
  });
  return tallyPlaywright(report, code);
}

async function main(): Promise<void> {
  // The tests bring their own; whoever runs them may have a site's settings in the environment.
  for (const name of Object.keys(process.env)) {
    if (/^(LECTERN_(URL|DATA|DEMO)|DATABASE_URL|NEXTAUTH_.*|PORT|HOST|NODE_ENV)$/.test(name)) delete process.env[name];
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await step('Generate the database client', () => generate());
  await part('Check types', typeCheck);
  await part('Check form (Biome)', () => check('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']));
  await part('Unit and database tests', unitTests);
  const built = await part('Build the site', async () => {
    await build();
    return { passed: 1, failures: [] };
  });
  if (built.failures.length === 0) await part('Browser tests', browserTests);
  else tallies.push({ passed: 0, failures: ['the browser tests could not run without a build'] });

  const failures = tallies.flatMap((tally) => tally.failures);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((each) => `  ${each}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(show(error));
  console.log('\n0 passed, 1 failed');
  process.exit(1);
});
