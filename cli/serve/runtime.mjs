// Finds the Node that comes with the packages (docs/decisions/0018-the-server-brings-its-node.md).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PATIENCE_MS = 5_000;

/** @param {string} version */
const major = (version) => Number(version.split('.')[0]);

/** @param {string} folder */
function versionOf(folder) {
  try {
    return String(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version);
  } catch {
    return null;
  }
}

/**
 * The path of the Node that came with the packages; null where this platform has none, where it does not run here, or where
 * the Node that asks is of the same major version or a newer one.
 * @param {string} [modules]
 * @param {string} [ours]
 */
export function findShippedNode(modules = path.resolve('node_modules'), ours = process.versions.node) {
  const folder = path.join(modules, `node-${process.platform}-${process.arch}`);
  const version = versionOf(folder);
  if (version === null || major(version) <= major(ours)) return null;
  const file = path.join(folder, 'bin', 'node');
  // The package says nothing of the C library: npm installs it on musl, too, where it cannot start.
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: PATIENCE_MS });
  return stdout?.trim() === `v${version}` ? file : null;
}
