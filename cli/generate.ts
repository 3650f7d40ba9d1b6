import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const OUTPUT = path.join('lib', 'kernel', 'generated');
const STAMP = path.join(OUTPUT, '.made-from');
const SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Generates the Prisma client, offline, unless it was made from this very schema. Returns a remark for the step's line. */
export function generate(): string | undefined {
  const wanted = hashOfSources();
  const made = existsSync(STAMP) && existsSync(path.join(OUTPUT, 'client.ts')) ? readFileSync(STAMP, 'utf8') : '';
  if (made === wanted) return 'unchanged';
  rmSync(STAMP, { force: true });
  const run = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // Prisma insists on a schema engine and would download one, though generating does not use it: any file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      DATABASE_URL: process.env.DATABASE_URL || 'postgresql://nobody@127.0.0.1/none',
    },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}\n${run.stderr}`);
  writeFileSync(STAMP, wanted);
  return undefined;
}
