// Brings node_modules to what the lock file says. Node built-ins only: in a fresh clone nothing else is there yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const NODE_NEEDED = [20, 19];

/** Ends the process with a clear line where Node is too old to run Lectern. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = NODE_NEEDED;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Lectern needs Node ${NODE_NEEDED.join('.')} or newer, and this is Node ${process.versions.node}.`);
  console.error('Install a newer one from https://nodejs.org and run the same command again.');
  process.exit(1);
}

/** @param {string} file */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/**
 * True where node_modules is what the lock file says. npm writes `.package-lock.json` as the last act of an install, so it
 * is both the stamp of a finished install and the list of what is there; an install made by hand counts too. Optional
 * packages (other platforms' binaries) may be absent.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const there = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([where, { version, integrity, optional }]) => {
    if (where === '') return true;
    const found = there[where];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

/**
 * @param {string[]} args
 * @param {string} root
 * @returns {Promise<{ code: number, output: string }>}
 */
function npm(args, root) {
  const own = process.env.npm_execpath;
  const viaNode = own?.endsWith('.js') === true;
  const [command, first] = viaNode ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !viaNode && process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Installs what is missing; returns a remark for the step's line. Install scripts are not run: none is needed, some would
 * download, and cli/postgres makes the links that one of them would have made. Throws with npm's own words on failure.
 * @param {string} root
 */
export async function install(root) {
  if (isInstalled(root)) return 'up to date';
  const common = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const clean = await npm(['ci', ...common], root);
  if (clean.code === 0) return undefined;
  const loose = await npm(['install', ...common], root);
  if (loose.code === 0) return '`npm ci` failed, `npm install` did it';
  const why = /ENOSPC/.test(loose.output) ? '\nThe disk is full: about 1.5 GB are needed.' : '';
  throw new Error(`npm could not install the packages:\n${clean.output.trim()}\n${loose.output.trim()}${why}`);
}
