import { defineConfig } from '@playwright/test';
import { findBrowser } from './cli/browser';

// Workers read this file again: the port is settled once and handed on by the environment.
process.env.LECTERN_E2E_PORT ??= '3210';
const url = `http://127.0.0.1:${process.env.LECTERN_E2E_PORT}`;
const browser = findBrowser();
const environment = Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]),
);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: process.env.LECTERN_E2E_WORKERS ? Number(process.env.LECTERN_E2E_WORKERS) : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.LECTERN_E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.LECTERN_E2E_REPORT }]]
    : [['list']],
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.path,
      args: [...browser.args],
      env: { ...environment, ...browser.environment },
    },
  },
  webServer: {
    command: 'node --import tsx cli/test/site.ts',
    url: `${url}/api/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
