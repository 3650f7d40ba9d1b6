import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tallyPlaywright, tallyVitest } from './tally';

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (tests: string[], status = 'passed') => ({
  testResults: [
    {
      name: path.resolve('lib/a.test.ts'),
      status,
      assertionResults: tests.map((each) => ({ status: each, fullName: `a ${each} test` })),
    },
  ],
});
const playwright = (statuses: string[], errors: { message: string }[] = []) => ({
  suites: [
    {
      title: 'a',
      suites: [
        { title: 'b', specs: statuses.map((status) => ({ title: 't', file: 'a.spec.ts', tests: [{ status }] })) },
      ],
    },
  ],
  errors,
});

describe('Somebody who reads the last line of `npm test`', () => {
  it('sees every test counted', () => {
    expect(tallyVitest(report(vitest(['passed', 'passed'])), 0)).toEqual({ passed: 2, failures: [] });
    expect(tallyPlaywright(report(playwright(['expected', 'expected'])), 0)).toEqual({ passed: 2, failures: [] });
  });

  it('sees a skipped test as a failed one, by name', () => {
    expect(tallyVitest(report(vitest(['passed', 'skipped', 'todo'])), 0).failures).toEqual([
      'lib/a.test.ts: a skipped test (skipped)',
      'lib/a.test.ts: a todo test (todo)',
    ]);
    expect(tallyPlaywright(report(playwright(['expected', 'skipped', 'flaky'])), 0)).toEqual({
      passed: 1,
      failures: ['e2e/a.spec.ts: t (skipped)', 'e2e/a.spec.ts: t (flaky)'],
    });
  });

  it('sees a failure where a file cannot be read, a run breaks, or nothing ran at all', () => {
    expect(tallyVitest(report(vitest([], 'failed')), 1).failures).toEqual(['lib/a.test.ts: the file itself failed']);
    expect(tallyVitest(report(vitest(['passed'])), 1).failures).toEqual([
      'Vitest ended with exit code 1, though no test failed',
    ]);
    expect(tallyVitest(report({ testResults: [] }), 0).failures).toEqual(['Vitest ran no test']);
    expect(tallyPlaywright(path.join(folder, 'nowhere'), 1).failures).toEqual([
      'Playwright left no report (exit code 1)',
    ]);
    expect(tallyPlaywright(report(playwright([], [{ message: 'no server\nat x' }])), 1).failures).toEqual([
      'Playwright: no server',
    ]);
  });
});
