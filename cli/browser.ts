import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Explained } from './explained';

/** A Chromium that was seen to run. */
export interface Browser {
  readonly path: string;
  readonly args: readonly string[];
  /** What it needs beside the process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it was found, in words. */
  readonly from: string;
}

const require = createRequire(path.resolve('package.json'));
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    path.join(process.env[name] ?? 'C:\\', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
};

function runs(program: string, environment: Readonly<Record<string, string>> = {}): boolean {
  if (!existsSync(program)) return false;
  // Windows' chrome.exe prints no version: it opens a window.
  if (process.platform === 'win32') return true;
  const words = ['--no-sandbox', '--version'];
  return (
    spawnSync(program, words, { env: { ...process.env, ...environment }, stdio: 'ignore', timeout: 30_000 }).status ===
    0
  );
}

function findInstalled(): string | undefined {
  // For trying the packaged one where the machine has a browser of its own.
  if (process.env.LECTERN_NO_SYSTEM_BROWSER === '1') return undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const inPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...inPath, ...(ELSEWHERE[process.platform] ?? [])].find((program) => runs(program));
}

const fontList = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks a .tar.br of the package into a folder beside the browser, by way of the system's tar. */
function unpackTar(archive: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], {
    input: brotliDecompressSync(readFileSync(archive)),
  });
  if (done.status !== 0) throw new Error(`${archive} could not be unpacked: ${done.stderr}`);
  return folder;
}

/** The Chromium inside the npm package @sparticuz/chromium (Linux on x64), unpacked once, with its libraries where needed. */
function findPackaged(): Browser | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const from = 'the npm package @sparticuz/chromium';
  let bin: string;
  try {
    bin = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin');
  } catch {
    return undefined;
  }
  const folder = path.resolve('node_modules', '.cache', 'lectern-chromium');
  const program = path.join(folder, 'chromium');
  if (!existsSync(program)) {
    // Made whole under another name: two runs at once must not meet half a file.
    const making = `${folder}.making-${process.pid}`;
    mkdirSync(making, { recursive: true });
    writeFileSync(path.join(making, 'chromium'), brotliDecompressSync(readFileSync(path.join(bin, 'chromium.br'))));
    chmodSync(path.join(making, 'chromium'), 0o755);
    unpackTar(path.join(bin, 'al2023.tar.br'), path.join(making, 'libraries'));
    unpackTar(path.join(bin, 'fonts.tar.br'), making);
    // Its own list of fonts names folders of another system. Without any font a page has no visible text.
    writeFileSync(path.join(making, 'fonts.conf'), fontList(folder));
    if (!existsSync(folder)) renameSync(making, folder);
    rmSync(making, { recursive: true, force: true });
  }
  const fonts = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const libraries = path.join(folder, 'libraries', 'lib');
  for (const environment of [fonts, { ...fonts, LD_LIBRARY_PATH: libraries }]) {
    if (runs(program, environment)) return { path: program, args: [...ARGS, '--no-zygote'], environment, from };
  }
  return undefined;
}

function findPlaywrights(): string | undefined {
  const { chromium } = require('@playwright/test') as typeof import('@playwright/test');
  const program = chromium.executablePath();
  return program && runs(program) ? program : undefined;
}

/**
 * Finds a Chromium: CHROMIUM_PATH, one installed on the machine, the one in an npm package, Playwright's own. Throws
 * Explained where there is none; a browser test is never skipped for want of a browser.
 */
export function findBrowser(): Browser {
  const plain = (program: string, from: string): Browser => ({ path: program, args: ARGS, environment: {}, from });
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return plain(named, 'CHROMIUM_PATH');
    throw new Explained(`CHROMIUM_PATH is "${named}", which is no browser that runs here.`, 'Mend it, or unset it.');
  }
  const installed = findInstalled();
  if (installed) return plain(installed, installed);
  const packaged = findPackaged();
  if (packaged) return packaged;
  const playwrights = findPlaywrights();
  if (playwrights) return plain(playwrights, 'Playwright');
  throw new Explained(
    'No Chromium or Chrome was found, and the browser tests need one.',
    'Install chromium, set CHROMIUM_PATH to one, or run: npx playwright install chromium',
  );
}
