import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from './browser';
import { Explained } from './explained';

const home = mkdtempSync(path.join(tmpdir(), 'lectern-browser-'));
const before = { ...process.env };
afterAll(() => {
  process.env = before;
  rmSync(home, { recursive: true, force: true });
});

/** A program that ends as a browser asked for its version would, well or not. */
function program(name: string, code: number): string {
  const file = path.join(home, `${code}`, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  return file;
}

describe('Somebody who runs the browser tests', () => {
  const good = program('chromium', 0);
  const broken = program('chromium', 1);

  beforeEach(() => {
    delete process.env.CHROMIUM_PATH;
    delete process.env.LECTERN_NO_SYSTEM_BROWSER;
    process.env.PATH = `${path.dirname(broken)}${path.delimiter}${path.dirname(good)}${path.delimiter}${before.PATH}`;
  });

  it('gets the browser of CHROMIUM_PATH before any other', () => {
    const named = program('mine', 0);
    process.env.CHROMIUM_PATH = named;
    expect(findBrowser()).toMatchObject({ path: named, from: 'CHROMIUM_PATH' });
  });

  it('is told, and not given another, where CHROMIUM_PATH is no browser that runs', () => {
    for (const path of [broken, '/nowhere/chromium']) {
      process.env.CHROMIUM_PATH = path;
      expect(findBrowser).toThrow(Explained);
      expect(findBrowser).toThrow(`CHROMIUM_PATH is "${path}"`);
    }
  });

  it('gets the machine’s own next, past one that does not run', () => {
    expect(findBrowser()).toMatchObject({ path: good, from: good });
  });

  it('gets the one of a package last, and never none without a word', () => {
    process.env.LECTERN_NO_SYSTEM_BROWSER = '1';
    try {
      expect(findBrowser().from).toMatch(/npm package|Playwright/);
    } catch (error) {
      expect(error).toBeInstanceOf(Explained);
    }
  });
});
