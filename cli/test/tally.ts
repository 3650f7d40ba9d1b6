import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a part of the test run comes to. Whatever did not pass is named; a skipped test is a failed one. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

const readReport = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;

/** A run whose exit code says "failed" while no test did, or which ran nothing, has failed all the same. */
function withExitCode(tally: Tally, code: number, what: string): Tally {
  if (tally.failures.length > 0) return tally;
  if (code !== 0) return { ...tally, failures: [`${what} ended with exit code ${code}, though no test failed`] };
  return tally.passed === 0 ? { ...tally, failures: [`${what} ran no test`] } : tally;
}

/** Counts Vitest's JSON report; a file that could not be read by Vitest counts as one failure. */
export function tallyVitest(file: string, code: number): Tally {
  const report = readReport<VitestReport>(file);
  if (!report) return { passed: 0, failures: [`Vitest left no report (exit code ${code})`] };
  let passed = 0;
  const failures: string[] = [];
  for (const { name, status, assertionResults } of report.testResults) {
    const where = path.relative(process.cwd(), name);
    const bad = assertionResults.filter((test) => test.status !== 'passed');
    passed += assertionResults.length - bad.length;
    for (const test of bad)
      failures.push(`${where}: ${test.fullName}${test.status === 'failed' ? '' : ` (${test.status})`}`);
    if (status !== 'passed' && bad.length === 0) failures.push(`${where}: the file itself failed`);
  }
  return withExitCode({ passed, failures }, code, 'Vitest');
}

/** Counts Playwright's JSON report; errors outside the tests count as failures. */
export function tallyPlaywright(file: string, code: number): Tally {
  const report = readReport<PlaywrightReport>(file);
  if (!report) return { passed: 0, failures: [`Playwright left no report (exit code ${code})`] };
  let passed = 0;
  const failures = report.errors.map((error) => `Playwright: ${(error.message ?? 'an error').split('\n')[0]}`);
  const visit = (suite: PlaywrightSuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const { status } of spec.tests) {
        if (status === 'expected') passed += 1;
        else failures.push(`e2e/${spec.file}: ${spec.title}${status === 'unexpected' ? '' : ` (${status})`}`);
      }
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  return withExitCode({ passed, failures }, code, 'Playwright');
}
