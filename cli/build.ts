import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './explained';
import { findShippedNode } from './serve/runtime.mjs';

const STAMP = path.join('.next', 'lectern-build');
const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma'];
const SKIPPED = /(\.test\.tsx?|\.d\.ts)$|^lib\/(testing|kernel\/generated)\//;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .filter((file) => !SKIPPED.test(file));
}

/** The Node that the site will run on: who starts it, who tests it and who measures it must find the same build. */
const siteNode = (): string => findShippedNode() ?? process.execPath;

/** A hash of everything that the build is made from: sources, configuration, lock, Node's major version, inlined variables. */
function hashOfSources(): string {
  const atRoot = readdirSync('.').filter(
    (name) => /\.(js|mjs|ts|json)$/.test(name) && !/^(next-env\.d|vitest\.config|playwright\.config)/.test(name),
  );
  const hash = createHash('sha256').update(majorOf(siteNode()));
  for (const [name, value] of Object.entries(process.env).sort())
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\0`);
  for (const file of [...FOLDERS.flatMap(filesIn), ...atRoot].sort())
    hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

const majorOf = (node: string): string =>
  execFileSync(node, ['--version'], { encoding: 'utf8' }).split('.', 1)[0] ?? '';

// The build asks no database and knows no secret, so what it makes depends on the sources alone.
const PLACEHOLDERS = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
  NEXTAUTH_SECRET: 'no secret: this one is for building only',
  NEXTAUTH_URL: 'http://127.0.0.1:3000',
  LECTERN_URL: 'http://127.0.0.1:3000',
  LECTERN_DEMO: '0',
  LECTERN_DATA: '.data',
} as const;

function run(): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(siteNode(), ['node_modules/next/dist/bin/next', 'build'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...PLACEHOLDERS },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    // The parent may be killed: a build must not go on alone and write over the next one's.
    process.once('disconnect', () => child.kill('SIGKILL'));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Builds the site for production unless it was built from these very sources. Returns a remark for the step's line. */
export async function build(): Promise<string | undefined> {
  const wanted = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 'unchanged';
  rmSync(STAMP, { force: true });
  const { code, output } = await run();
  if (/ENOSPC|No space left/.test(output))
    throw new Explained('The disk is full: the site could not be built.', 'Free some space and start again.');
  if (code !== 0) throw new Error(`next build failed:\n${output.trim()}`);
  writeFileSync(STAMP, wanted);
  return undefined;
}
